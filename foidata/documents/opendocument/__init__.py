"""What an OpenDocument letter says through its styles: numbers, spacing, pages."""
