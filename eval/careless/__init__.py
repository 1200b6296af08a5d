"""How well careless sentences of a language model are caught, and how many true ones are lost with them."""
