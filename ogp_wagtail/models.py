"""Where Django finds the models of all rooms. Re-exports, nothing else."""
