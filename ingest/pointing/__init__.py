"""Where answers point: to other exchanges of the letter, and to other letters."""
