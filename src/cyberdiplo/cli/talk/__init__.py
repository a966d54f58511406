"""What is said and asked beside the answer: progress, troubles, questions, reviews."""
