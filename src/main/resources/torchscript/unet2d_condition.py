# UNet2DConditionModel of diffusers layouts: Stable Diffusion 1.x, 2.x, XL, their inpainting, editing and distilled kinds (Rombach et al. 2022, https://arxiv.org/abs/2112.10752).

# GEGLU (Shazeer 2020): value and gate in this order, exact gelu
def feed_forward(w: Dict[str, Tensor], p: str, x: Tensor) -> Tensor:
  value, gate = torch.chunk(__torch__.linear(w, p + ".net.0.proj", x), 2, -1)
  return __torch__.linear(w, p + ".net.2", torch.mul(value, torch.gelu(gate)))

def transformer_block(w: Dict[str, Tensor], p: str, x: Tensor, context: Dict[str, Tensor], heads: int) -> Tensor:
  x = torch.add(x, __torch__.self_attention(w, p + ".attn1", __torch__.layer_norm(w, p + ".norm1", x, 1.0000000000000001e-05), heads))
  q = __torch__.linear(w, p + ".attn2.to_q", __torch__.layer_norm(w, p + ".norm2", x, 1.0000000000000001e-05))
  k, v = torch.chunk(context[p + ".attn2"], 2, -1)
  bias : Optional[Tensor] = None
  if "bias" in context:
    bias = context["bias"]
  x = __torch__.add_into(x, __torch__.linear(w, p + ".attn2.to_out.0", __torch__.attention(q, k, v, heads, bias)))
  return __torch__.add_into(x, __torch__.feed_forward(w, p + ".ff", __torch__.layer_norm(w, p + ".norm3", x, 1.0000000000000001e-05)))

# proj_in and proj_out may be 1x1 convolutions in the checkpoint: on tokens they are the same matrices
def transformer(w: Dict[str, Tensor], p: str, x: Tensor, context: Dict[str, Tensor], heads: int, depth: int, groups: int) -> Tensor:
  h = __torch__.linear(w, p + ".proj_in", __torch__.to_tokens(__torch__.group_norm(w, p + ".norm", x, groups, 9.9999999999999995e-07)))
  for i in range(depth):
    h = __torch__.transformer_block(w, p + ".transformer_blocks." + str(i), h, context, heads)
  return torch.add(__torch__.to_picture(__torch__.linear(w, p + ".proj_out", h), x), x)

class Net(Module):
  __parameters__ = []
  __buffers__ = []
  w : Dict[str, Tensor]
  dtype : int
  channels : List[int]
  layers : List[int]
  heads : List[int]
  depth : List[int]
  down_attention : List[bool]
  up_attention : List[bool]
  groups : int
  eps : float
  cosine_first : bool
  freq_shift : float
  time_ids_width : int

  def put(self: __torch__.Net, name: str, x: Tensor) -> int:
    self.w[name] = __torch__.prepare(name, x, self.dtype)
    return len(self.w)

  # called once, after the last put
  def fuse(self: __torch__.Net) -> int:
    for name in annotate(List[str], list(self.w.keys())):
      if name.endswith(".attn1.to_q.weight"):
        __torch__.fuse_attention(self.w, name[:-12], ["to_q", "to_k", "to_v"], "to_qkv")
      if name.endswith(".attn2.to_q.weight"):
        __torch__.fuse_attention(self.w, name[:-12], ["to_q"], "to_q")
        __torch__.fuse_attention(self.w, name[:-12], ["to_k", "to_v"], "to_kv")
    return len(self.w)

  # All that depends on the prompt alone: cross-attention keys and values by layer, the mask as a bias, the added embedding.
  # inputs: text [B, T, D]; optional mask [B, T], pooled [B, P], time_ids [B, N], guidance [B, G] (guidance is LCM's timestep_cond)
  def context(self: __torch__.Net, inputs: Dict[str, Tensor]) -> Dict[str, Tensor]:
    out = annotate(Dict[str, Tensor], {})
    text = torch.to(inputs["text"], self.dtype)
    for name in self.w.keys():
      if name.endswith(".attn2.to_kv.weight"):
        out[name[:-13]] = __torch__.linear(self.w, name[:-7], text)
    if "mask" in inputs:
      drop = torch.mul(torch.rsub(inputs["mask"], 1.), -10000.)
      out["bias"] = torch.to(torch.unsqueeze(torch.unsqueeze(drop, 1), 1), self.dtype)
    if "pooled" in inputs:
      ids = inputs["time_ids"]
      sines = __torch__.sinusoids(torch.flatten(ids), self.time_ids_width, self.cosine_first, self.freq_shift)
      added = torch.cat([inputs["pooled"], torch.reshape(sines, [torch.size(ids, 0), -1])], -1)
      hidden = __torch__.silu_into(__torch__.linear(self.w, "add_embedding.linear_1", torch.to(added, self.dtype)))
      out["added"] = __torch__.linear(self.w, "add_embedding.linear_2", hidden)
    if "guidance" in inputs:
      out["guidance"] = __torch__.linear(self.w, "time_embedding.cond_proj", torch.to(inputs["guidance"], self.dtype))
    return out

  def time(self: __torch__.Net, timesteps: Tensor, context: Dict[str, Tensor]) -> Tensor:
    sines = torch.to(__torch__.sinusoids(timesteps, self.channels[0], self.cosine_first, self.freq_shift), self.dtype)
    if "guidance" in context:
      sines = torch.add(sines, context["guidance"])
    t = __torch__.linear(self.w, "time_embedding.linear_2", __torch__.silu_into(__torch__.linear(self.w, "time_embedding.linear_1", sines)))
    if "added" in context:
      t = torch.add(t, context["added"])
    return torch.silu(t)

  def down(self: __torch__.Net, w: Dict[str, Tensor], x: Tensor, time: Tensor, context: Dict[str, Tensor]) -> List[Tensor]:
    skips = [x]
    for i in range(len(self.channels)):
      p = "down_blocks." + str(i)
      for j in range(self.layers[i]):
        x = __torch__.resnet(w, p + ".resnets." + str(j), x, time, self.groups, self.eps)
        if self.down_attention[i]:
          x = __torch__.transformer(w, p + ".attentions." + str(j), x, context, self.heads[i], self.depth[i], self.groups)
        skips.append(x)
      if i + 1 < len(self.channels):
        x = __torch__.conv(w, p + ".downsamplers.0.conv", x, 2, 1)
        skips.append(x)
    return skips

  def mid(self: __torch__.Net, w: Dict[str, Tensor], x: Tensor, time: Tensor, context: Dict[str, Tensor]) -> Tensor:
    x = __torch__.resnet(w, "mid_block.resnets.0", x, time, self.groups, self.eps)
    x = __torch__.transformer(w, "mid_block.attentions.0", x, context, self.heads[-1], self.depth[-1], self.groups)
    return __torch__.resnet(w, "mid_block.resnets.1", x, time, self.groups, self.eps)

  def up(self: __torch__.Net, w: Dict[str, Tensor], x: Tensor, skips: List[Tensor], time: Tensor, context: Dict[str, Tensor]) -> Tensor:
    n = len(self.channels)
    for i in range(n):
      p = "up_blocks." + str(i)
      level = n - 1 - i
      for j in range(self.layers[level] + 1):
        x = __torch__.resnet(w, p + ".resnets." + str(j), torch.cat([x, skips.pop()], 1), time, self.groups, self.eps)
        if self.up_attention[i]:
          x = __torch__.transformer(w, p + ".attentions." + str(j), x, context, self.heads[level], self.depth[level], self.groups)
      if i + 1 < n:
        size = [torch.size(skips[-1], 2), torch.size(skips[-1], 3)]
        x = __torch__.conv(w, p + ".upsamplers.0.conv", torch.upsample_nearest2d(x, size), 1, 1)
    return x

  # inputs: sample [B, C, h, w], timesteps [B]; optional tiling, of 1 to 3 numbers: convolutions wrap around; contexts: one a row, or one of all rows; optional residuals of a ControlNet: down.0, down.1, ... and mid. Float32 in and out.
  def forward(self: __torch__.Net, inputs: Dict[str, Tensor], contexts: List[Dict[str, Tensor]]) -> Tensor:
    return (self.explained(inputs, contexts))[0]

  # the same, and beside it what the middle block gives: [B, C, h, w] of the coarsest level, in the compute type
  def explained(self: __torch__.Net, inputs: Dict[str, Tensor], contexts: List[Dict[str, Tensor]]) -> Tuple[Tensor, Tensor]:
    w = self.w
    if "tiling" in inputs:
      w = __torch__.wrapping(w, torch.size(inputs["tiling"], 0))
    context = __torch__.join(contexts)
    time = self.time(inputs["timesteps"], context)
    x = torch.to(inputs["sample"], dtype=self.dtype, memory_format=2)
    skips = self.down(w, __torch__.conv(w, "conv_in", x, 1, 1), time, context)
    middle = self.mid(w, skips[-1], time, context)
    x = middle
    if "mid" in inputs:
      x = torch.add(x, torch.to(inputs["mid"], self.dtype))
      for i in range(len(skips)):
        skips[i] = torch.add(skips[i], torch.to(inputs["down." + str(i)], self.dtype))
    x = self.up(w, x, skips, time, context)
    x = __torch__.conv(w, "conv_out", __torch__.silu_into(__torch__.group_norm(w, "conv_norm_out", x, self.groups, self.eps)), 1, 1)
    return (torch.contiguous(torch.to(x, 6)), middle)
