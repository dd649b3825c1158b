"""What is made of the model for authors and for programs."""
