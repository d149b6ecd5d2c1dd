"""How the reader's model is made: corpus → examples → model → weights → packed ONNX. Not part of the wheel; needs torch."""
