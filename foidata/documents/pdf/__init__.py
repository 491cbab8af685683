"""What a PDF page draws, words and lines at places, put together to a text again."""
