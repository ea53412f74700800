"""Work until it is done: the life of a task, its timeliness on any day, and shares that print their denominators.

Pure: it knows records and days, opens nothing and reads no clock. The server keeps tasks and events, and shows these.
"""
