# Tells several attributes of a picture: residual blocks (He et al. 2015, https://arxiv.org/abs/1512.03385) at falling resolutions,
# a coarse grid that keeps where things are, one layer of features, and a linear head for each attribute.

class Net(Module):
  __parameters__ = []
  __buffers__ = []
  w : Dict[str, Tensor]
  dtype : int
  patch : int
  levels : int
  layers : int
  groups : int

  def put(self: __torch__.Net, name: str, x: Tensor) -> int:
    self.w[name] = __torch__.prepare(name, x, self.dtype)
    return len(self.w)

  # called once, after the last put
  def fuse(self: __torch__.Net) -> int:
    return len(self.w)

  # pictures [B, 3, S, S] in [-1, 1] -> [B, C, g, g] in the compute type; a patch of pixels is one position with the patch's numbers as its channels
  def map(self: __torch__.Net, pictures: Tensor) -> Tensor:
    x = torch.to(torch.pixel_unshuffle(pictures, self.patch), dtype=self.dtype, memory_format=2)
    x = __torch__.conv(self.w, "conv_in", x, 1, 1)
    for i in range(self.levels):
      p = "blocks." + str(i)
      for j in range(self.layers):
        x = __torch__.resnet(self.w, p + ".resnets." + str(j), x, None, self.groups, 1.0000000000000001e-05)
      if i + 1 < self.levels:
        x = __torch__.conv(self.w, p + ".downsamplers.0.conv", x, 2, 1)
    return __torch__.silu_into(__torch__.group_norm(self.w, "norm_out", x, self.groups, 1.0000000000000001e-05))

  # pictures as above -> [B, F] in the compute type
  def features(self: __torch__.Net, pictures: Tensor) -> Tensor:
    return torch.silu(__torch__.linear(self.w, "features", torch.flatten(torch.avg_pool2d(self.map(pictures), [2, 2]), 1)))

  # the map's numbers place by place: [B, g, g, C], float32
  def places(self: __torch__.Net, pictures: Tensor) -> Tensor:
    return torch.contiguous(torch.to(torch.permute(self.map(pictures), [0, 2, 3, 1]), 6))

  # [B, F] -> [B, classes of the attribute], float32
  def scores(self: __torch__.Net, features: Tensor, attribute: str) -> Tensor:
    return torch.to(__torch__.linear(self.w, "head." + attribute, features), 6)

  # features, and the scores of every attribute by its name
  def judge(self: __torch__.Net, pictures: Tensor) -> Dict[str, Tensor]:
    features = self.features(pictures)
    out = annotate(Dict[str, Tensor], {})
    out["features"] = torch.contiguous(torch.to(features, 6))
    for name in annotate(List[str], list(self.w.keys())):
      if name.startswith("head.") and name.endswith(".weight"):
        out["head." + name[5:-7]] = torch.contiguous(self.scores(features, name[5:-7]))
    return out
