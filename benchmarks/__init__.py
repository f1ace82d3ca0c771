"""Speed and accuracy, one command each; nothing here is part of the product."""
