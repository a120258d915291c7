# AutoencoderTiny, TAESD (https://github.com/madebyollin/taesd): a small approximation of the KL autoencoder, without a posterior.
# Both halves are plain sequences; a layer's number is its place in that sequence, parameterless layers counted.

def tiny_block(w: Dict[str, Tensor], p: str, x: Tensor) -> Tensor:
  h = torch.relu_(__torch__.conv(w, p + ".conv.0", x, 1, 1))
  h = torch.relu_(__torch__.conv(w, p + ".conv.2", h, 1, 1))
  h = __torch__.conv(w, p + ".conv.4", h, 1, 1)
  if p + ".skip.weight" in w:
    x = __torch__.conv(w, p + ".skip", x, 1, 0)
  return torch.relu_(torch.add(h, x))

class Net(Module):
  __parameters__ = []
  __buffers__ = []
  w : Dict[str, Tensor]
  dtype : int
  encoder_blocks : List[int]
  decoder_blocks : List[int]

  def put(self: __torch__.Net, name: str, x: Tensor) -> int:
    self.w[name] = __torch__.prepare(name, x, self.dtype)
    return len(self.w)

  # called once, after the last put
  def fuse(self: __torch__.Net) -> int:
    return len(self.w)

  # picture [B, 3, H, W] in [-1, 1] -> latent [B, C, H/f, W/f]
  def encode(self: __torch__.Net, picture: Tensor) -> Tensor:
    return self.encode_tiled(picture, 0)

  # the same; the convolutions wrap around: 1 along the width, 2 along the height, 3 along both
  def encode_tiled(self: __torch__.Net, picture: Tensor, tiling: int) -> Tensor:
    w = __torch__.wrapping(self.w, tiling)
    x = torch.div(torch.add(torch.to(picture, dtype=self.dtype, memory_format=2), 1.), 2.)
    at = 0
    for i in range(len(self.encoder_blocks)):
      x = __torch__.conv(w, "encoder.layers." + str(at), x, 1 if i == 0 else 2, 1)
      at = at + 1
      for j in range(self.encoder_blocks[i]):
        x = __torch__.tiny_block(w, "encoder.layers." + str(at), x)
        at = at + 1
    return torch.contiguous(torch.to(__torch__.conv(w, "encoder.layers." + str(at), x, 1, 1), 6))

  # latent [B, C, h, w] -> picture [B, 3, h*f, w*f] in about [-1, 1]
  def decode(self: __torch__.Net, latent: Tensor) -> Tensor:
    return self.decode_tiled(latent, 0)

  # the same; the convolutions wrap around
  def decode_tiled(self: __torch__.Net, latent: Tensor, tiling: int) -> Tensor:
    w = __torch__.wrapping(self.w, tiling)
    x = torch.mul(torch.tanh(torch.div(torch.to(latent, dtype=self.dtype, memory_format=2), 3.)), 3.)
    x = torch.relu_(__torch__.conv(w, "decoder.layers.0", x, 1, 1))
    at = 2
    for i in range(len(self.decoder_blocks)):
      for j in range(self.decoder_blocks[i]):
        x = __torch__.tiny_block(w, "decoder.layers." + str(at), x)
        at = at + 1
      if i + 1 < len(self.decoder_blocks):
        x = torch.upsample_nearest2d(x, [torch.size(x, 2) * 2, torch.size(x, 3) * 2])
        at = at + 1
      x = __torch__.conv(w, "decoder.layers." + str(at), x, 1, 1)
      at = at + 1
    return torch.contiguous(torch.sub(torch.mul(torch.to(x, 6), 2.), 1.))
