# AutoencoderKL (Kingma and Welling 2013; Rombach et al. 2022, https://arxiv.org/abs/2112.10752): picture [B, 3, H, W] in [-1, 1] <-> latent [B, C, H/f, W/f].

def middle(w: Dict[str, Tensor], p: str, x: Tensor, groups: int) -> Tensor:
  x = __torch__.resnet(w, p + ".resnets.0", x, None, groups, 9.9999999999999995e-07)
  if p + ".attentions.0.to_qkv.weight" in w:
    x = __torch__.pixel_attention(w, p + ".attentions.0", x, 1, groups, 9.9999999999999995e-07)
  return __torch__.resnet(w, p + ".resnets.1", x, None, groups, 9.9999999999999995e-07)

def output(w: Dict[str, Tensor], p: str, x: Tensor, groups: int) -> Tensor:
  x = __torch__.silu_into(__torch__.group_norm(w, p + ".conv_norm_out", x, groups, 9.9999999999999995e-07))
  return __torch__.conv(w, p + ".conv_out", x, 1, 1)

class Net(Module):
  __parameters__ = []
  __buffers__ = []
  w : Dict[str, Tensor]
  dtype : int
  levels : int
  layers : int
  groups : int

  def put(self: __torch__.Net, name: str, x: Tensor) -> int:
    self.w[name] = __torch__.prepare(name, x, self.dtype)
    return len(self.w)

  # called once, after the last put
  def fuse(self: __torch__.Net) -> int:
    for name in annotate(List[str], list(self.w.keys())):
      if name.endswith(".to_q.weight"):
        __torch__.fuse_attention(self.w, name[:-12], ["to_q", "to_k", "to_v"], "to_qkv")
    return len(self.w)

  # picture [B, 3, H, W] -> mean and log-variance, [B, 2C, H/f, W/f]
  def encode(self: __torch__.Net, picture: Tensor) -> Tensor:
    return self.encode_tiled(picture, 0)

  # the same; the convolutions wrap around: 1 along the width, 2 along the height, 3 along both
  def encode_tiled(self: __torch__.Net, picture: Tensor, tiling: int) -> Tensor:
    w = __torch__.wrapping(self.w, tiling)
    x = __torch__.conv(w, "encoder.conv_in", torch.to(picture, dtype=self.dtype, memory_format=2), 1, 1)
    for i in range(self.levels):
      p = "encoder.down_blocks." + str(i)
      for j in range(self.layers):
        x = __torch__.resnet(w, p + ".resnets." + str(j), x, None, self.groups, 9.9999999999999995e-07)
      if i + 1 < self.levels:
        x = __torch__.conv(w, p + ".downsamplers.0.conv", __torch__.pad(w, x, 0, 1), 2, 0)
    x = __torch__.output(w, "encoder", __torch__.middle(w, "encoder.mid_block", x, self.groups), self.groups)
    if "quant_conv.weight" in w:
      x = __torch__.conv(w, "quant_conv", x, 1, 0)
    return torch.contiguous(torch.to(x, 6))

  # latent [B, C, h, w] -> picture [B, 3, h*f, w*f], about [-1, 1], not clamped
  def decode(self: __torch__.Net, latent: Tensor) -> Tensor:
    return self.decode_tiled(latent, 0)

  # the same; the convolutions wrap around
  def decode_tiled(self: __torch__.Net, latent: Tensor, tiling: int) -> Tensor:
    w = __torch__.wrapping(self.w, tiling)
    x = torch.to(latent, dtype=self.dtype, memory_format=2)
    if "post_quant_conv.weight" in w:
      x = __torch__.conv(w, "post_quant_conv", x, 1, 0)
    x = __torch__.middle(w, "decoder.mid_block", __torch__.conv(w, "decoder.conv_in", x, 1, 1), self.groups)
    for i in range(self.levels):
      p = "decoder.up_blocks." + str(i)
      for j in range(self.layers + 1):
        x = __torch__.resnet(w, p + ".resnets." + str(j), x, None, self.groups, 9.9999999999999995e-07)
      if i + 1 < self.levels:
        size = [torch.size(x, 2) * 2, torch.size(x, 3) * 2]
        x = __torch__.conv(w, p + ".upsamplers.0.conv", torch.upsample_nearest2d(x, size), 1, 1)
    return torch.contiguous(torch.to(__torch__.output(w, "decoder", x, self.groups), 6))
