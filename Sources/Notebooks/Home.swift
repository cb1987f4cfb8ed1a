enum NotebooksHome {}
