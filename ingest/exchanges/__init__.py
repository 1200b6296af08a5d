"""From blocks to exchanges: who asks and who answers what, set out as one reading text."""
