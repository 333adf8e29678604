"""The area of the welfare fund, with what each of its forms decides."""
