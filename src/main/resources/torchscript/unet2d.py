# UNet2DModel of diffusers layouts: denoises pictures themselves, without a text; a class may steer it (Ho et al. 2020, https://arxiv.org/abs/2006.11239).

class Net(Module):
  __parameters__ = []
  __buffers__ = []
  w : Dict[str, Tensor]
  dtype : int
  channels : List[int]
  heads : List[int]
  down_attention : List[bool]
  up_attention : List[bool]
  layers : int
  padding : int
  groups : int
  eps : float
  cosine_first : bool
  freq_shift : float

  def put(self: __torch__.Net, name: str, x: Tensor) -> int:
    self.w[name] = __torch__.prepare(name, x, 6 if name == "time_proj.weight" else self.dtype)
    return len(self.w)

  # called once, after the last put
  def fuse(self: __torch__.Net) -> int:
    for name in annotate(List[str], list(self.w.keys())):
      if name.endswith(".to_q.weight"):
        __torch__.fuse_attention(self.w, name[:-12], ["to_q", "to_k", "to_v"], "to_qkv")
    return len(self.w)

  # All that depends on the class alone. inputs: optional labels [B], whole numbers
  def context(self: __torch__.Net, inputs: Dict[str, Tensor]) -> Dict[str, Tensor]:
    out = annotate(Dict[str, Tensor], {})
    if "labels" in inputs:
      out["class"] = torch.embedding(self.w["class_embedding.weight"], torch.to(inputs["labels"], 4))
    return out

  # timesteps, or sigmas where the network has random Fourier features of their logarithm (Tancik et al. 2020, https://arxiv.org/abs/2006.10739)
  def sines(self: __torch__.Net, timesteps: Tensor) -> Tensor:
    if "time_proj.weight" not in self.w:
      return __torch__.sinusoids(timesteps, self.channels[0], self.cosine_first, self.freq_shift)
    angles = torch.mul(torch.outer(torch.log(timesteps), self.w["time_proj.weight"]), 6.2831853071795862)
    return torch.cat([torch.sin(angles), torch.cos(angles)], 1)

  def time(self: __torch__.Net, timesteps: Tensor, context: Dict[str, Tensor]) -> Tensor:
    sines = torch.to(self.sines(timesteps), self.dtype)
    t = __torch__.linear(self.w, "time_embedding.linear_2", torch.silu(__torch__.linear(self.w, "time_embedding.linear_1", sines)))
    if "class" in context:
      t = torch.add(t, context["class"])
    return torch.silu(t)

  def down(self: __torch__.Net, w: Dict[str, Tensor], x: Tensor, time: Tensor) -> List[Tensor]:
    skips = [x]
    for i in range(len(self.channels)):
      p = "down_blocks." + str(i)
      for j in range(self.layers):
        x = __torch__.resnet(w, p + ".resnets." + str(j), x, time, self.groups, self.eps)
        if self.down_attention[i]:
          x = __torch__.pixel_attention(w, p + ".attentions." + str(j), x, self.heads[i], self.groups, self.eps)
        skips.append(x)
      if i + 1 < len(self.channels):
        if self.padding == 0:
          x = __torch__.pad(w, x, 0, 1)
        x = __torch__.conv(w, p + ".downsamplers.0.conv", x, 2, self.padding)
        skips.append(x)
    return skips

  def mid(self: __torch__.Net, w: Dict[str, Tensor], x: Tensor, time: Tensor) -> Tensor:
    x = __torch__.resnet(w, "mid_block.resnets.0", x, time, self.groups, self.eps)
    if "mid_block.attentions.0.group_norm.weight" in w:
      x = __torch__.pixel_attention(w, "mid_block.attentions.0", x, self.heads[-1], self.groups, self.eps)
    return __torch__.resnet(w, "mid_block.resnets.1", x, time, self.groups, self.eps)

  def up(self: __torch__.Net, w: Dict[str, Tensor], x: Tensor, skips: List[Tensor], time: Tensor) -> Tensor:
    n = len(self.channels)
    for i in range(n):
      p = "up_blocks." + str(i)
      for j in range(self.layers + 1):
        x = __torch__.resnet(w, p + ".resnets." + str(j), torch.cat([x, skips.pop()], 1), time, self.groups, self.eps)
        if self.up_attention[i]:
          x = __torch__.pixel_attention(w, p + ".attentions." + str(j), x, self.heads[n - 1 - i], self.groups, self.eps)
      if i + 1 < n:
        size = [torch.size(skips[-1], 2), torch.size(skips[-1], 3)]
        x = __torch__.conv(w, p + ".upsamplers.0.conv", torch.upsample_nearest2d(x, size), 1, 1)
    return x

  # inputs: sample [B, C, h, w], timesteps [B]; contexts: one a row, or one of all rows. Float32 in and out.
  def forward(self: __torch__.Net, inputs: Dict[str, Tensor], contexts: List[Dict[str, Tensor]]) -> Tensor:
    w = self.w
    if "tiling" in inputs:
      w = __torch__.wrapping(w, torch.size(inputs["tiling"], 0))
    time = self.time(inputs["timesteps"], __torch__.join(contexts))
    x = torch.to(inputs["sample"], dtype=self.dtype, memory_format=2)
    skips = self.down(w, __torch__.conv(w, "conv_in", x, 1, 1), time)
    x = self.up(w, self.mid(w, skips[-1], time), skips, time)
    x = __torch__.conv(w, "conv_out", __torch__.silu_into(__torch__.group_norm(w, "conv_norm_out", x, self.groups, self.eps)), 1, 1)
    x = torch.to(x, 6)
    if "time_proj.weight" in self.w:
      x = torch.div(x, torch.reshape(inputs["timesteps"], [-1, 1, 1, 1]))
    return torch.contiguous(x)
