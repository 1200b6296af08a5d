"""What a letter says of itself: title, dates, people, references, and the id and citation made of them."""
