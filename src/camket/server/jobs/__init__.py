"""Long work in the background: asked for by a key, done once, seen with its progress.

The library django-tasks keeps the queue in the database; `Job` adds the key, the progress and the beat of the worker.
"""
