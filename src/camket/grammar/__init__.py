"""The engine: folding with a way back, one scan, sentences, rule matching, explain. It holds no Vietnamese word."""
