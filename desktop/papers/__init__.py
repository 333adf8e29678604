"""Every paper of the cooperative: chosen, shown as it will be printed, printed and saved."""
