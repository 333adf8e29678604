"""Values and rules of the field; nothing but the standard library is known here."""
