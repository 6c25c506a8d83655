"""Whether each document has the shape that its kind of file must have, said in HR's words."""
