"""The portal on the command line: sentences, checks, processes. Nothing here imports aiogram."""
