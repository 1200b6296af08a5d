"""Reading: from files as published to letters as understood."""
