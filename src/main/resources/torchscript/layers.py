# Layers shared by the networks. Every weight is looked up by its name in the checkpoint: w[p + ".weight"], p being the layer's path.
# B = rows, C = channels, T = tokens, H = heads. Pictures are [B, C, h, w] in channels_last memory, so [B, h*w, C] is a view of them.

def bias_of(w: Dict[str, Tensor], p: str) -> Optional[Tensor]:
  bias : Optional[Tensor] = None
  if p + ".bias" in w:
    bias = w[p + ".bias"]
  return bias

# the weights, marked so that convolutions wrap around: 1 along the width, 2 along the height, 3 along both; 0 leaves them alone
def wrapping(w: Dict[str, Tensor], tiling: int) -> Dict[str, Tensor]:
  if tiling > 0:
    w = w.copy()
    w["wrap"] = torch.zeros([tiling])
  return w

# n positions of the other end before the first along a dimension, and of the first end after the last
def wrapped(x: Tensor, dim: int, before: int, after: int) -> Tensor:
  size = torch.size(x, dim)
  return torch.cat([torch.narrow(x, dim, size - before, before), x, torch.narrow(x, dim, 0, after)], dim)

# padding on all sides, or after the last row and column only: zeros, but the other end where the weights are marked
def pad(w: Dict[str, Tensor], x: Tensor, before: int, after: int) -> Tensor:
  tiling = 0
  if "wrap" in w:
    tiling = torch.size(w["wrap"], 0)
  if tiling == 0:
    x = torch.constant_pad_nd(x, [before, after, before, after])
  elif tiling == 1:
    x = torch.constant_pad_nd(__torch__.wrapped(x, 3, before, after), [0, 0, before, after])
  elif tiling == 2:
    x = torch.constant_pad_nd(__torch__.wrapped(x, 2, before, after), [before, after, 0, 0])
  else:
    x = __torch__.wrapped(__torch__.wrapped(x, 3, before, after), 2, before, after)
  return x

def conv(w: Dict[str, Tensor], p: str, x: Tensor, stride: int, padding: int) -> Tensor:
  if padding > 0 and "wrap" in w:
    x = __torch__.pad(w, x, padding, padding)
    padding = 0
  return __torch__.convolution(x, w[p + ".weight"], __torch__.bias_of(w, p), stride, padding)

def linear(w: Dict[str, Tensor], p: str, x: Tensor) -> Tensor:
  return __torch__.matrix(x, w[p + ".weight"], __torch__.bias_of(w, p), "none")

def group_norm(w: Dict[str, Tensor], p: str, x: Tensor, groups: int, eps: float) -> Tensor:
  return torch.group_norm(x, groups, w[p + ".weight"], w[p + ".bias"], eps)

def layer_norm(w: Dict[str, Tensor], p: str, x: Tensor, eps: float) -> Tensor:
  return torch.layer_norm(x, [torch.size(x, -1)], w[p + ".weight"], w[p + ".bias"], eps)

# [B, C, h, w] -> [B, h*w, C]; no copy from channels_last
def to_tokens(x: Tensor) -> Tensor:
  return torch.flatten(torch.permute(x, [0, 2, 3, 1]), 1, 2)

# [B, h*w, C] -> [B, C, h, w], shaped as `like`
def to_picture(x: Tensor, like: Tensor) -> Tensor:
  return torch.permute(torch.unflatten(x, 1, [torch.size(like, 2), torch.size(like, 3)]), [0, 3, 1, 2])

# [B, T, C] -> [B, H, T, C/H]; the last dimension stays contiguous, which the fused attention kernel needs
def split_heads(x: Tensor, heads: int) -> Tensor:
  return torch.transpose(torch.unflatten(x, -1, [heads, -1]), 1, 2)

def attention(q: Tensor, k: Tensor, v: Tensor, heads: int, bias: Optional[Tensor]) -> Tensor:
  o = __torch__.heads_attention(__torch__.split_heads(q, heads), __torch__.split_heads(k, heads), __torch__.split_heads(v, heads), bias)
  return torch.flatten(torch.transpose(o, 1, 2), 2, 3)

# queries, keys and values are one matrix product: fuse_attention has joined the weights
def self_attention(w: Dict[str, Tensor], p: str, x: Tensor, heads: int) -> Tensor:
  q, k, v = torch.chunk(__torch__.linear(w, p + ".to_qkv", x), 3, -1)
  return __torch__.linear(w, p + ".to_out.0", __torch__.attention(q, k, v, heads, None))

# attention over all pixels, with the residual
def pixel_attention(w: Dict[str, Tensor], p: str, x: Tensor, heads: int, groups: int, eps: float) -> Tensor:
  h = __torch__.to_tokens(__torch__.group_norm(w, p + ".group_norm", x, groups, eps))
  return torch.add(__torch__.to_picture(__torch__.self_attention(w, p, h, heads), x), x)

# x + residual branch; time is the embedding after silu, [B, T]
def resnet(w: Dict[str, Tensor], p: str, x: Tensor, time: Optional[Tensor], groups: int, eps: float) -> Tensor:
  h = __torch__.conv(w, p + ".conv1", __torch__.silu_into(__torch__.group_norm(w, p + ".norm1", x, groups, eps)), 1, 1)
  if time is not None:
    h = torch.add_(h, torch.unsqueeze(torch.unsqueeze(__torch__.linear(w, p + ".time_emb_proj", time), 2), 3))
  h = __torch__.conv(w, p + ".conv2", __torch__.silu_into(__torch__.group_norm(w, p + ".norm2", h, groups, eps)), 1, 1)
  if p + ".conv_shortcut.weight" in w:
    x = __torch__.conv(w, p + ".conv_shortcut", x, 1, 0)
  return torch.add_(h, x)

# a weight that fuse_attention joins with others
def joins(name: str) -> bool:
  found = False
  for part in [".to_q.", ".to_k.", ".to_v.", ".q_proj.", ".k_proj.", ".v_proj."]:
    if name.find(part) >= 0:
      found = True
  return found

def pack(name: str, x: Tensor) -> Tensor:
  if torch.dim(x) == 4:
    x = __torch__.pack_conv(x, 2 if name.find("downsamplers") >= 0 else 1, torch.size(x, 2) // 2)
  elif torch.dim(x) == 2 and name.find("embedding.weight") < 0:
    x = __torch__.pack_linear(torch.contiguous(x))
  return x

# a weight as the network uses it: in the compute type, packed for the kernels; a 1x1 convolution on tokens is a matrix
def prepare(name: str, x: Tensor, dtype: int) -> Tensor:
  x = torch.to(x, dtype)
  if torch.dim(x) == 4 and (name.find(".proj_") >= 0 or name.find(".to_") >= 0):
    x = torch.flatten(x, 1)
  if not __torch__.joins(name):
    x = __torch__.pack(name, x)
  return x

# joins projections of the same input to one matrix
def fuse_attention(w: Dict[str, Tensor], p: str, names: List[str], joined: str) -> int:
  for s in [".weight", ".bias"]:
    if p + "." + names[0] + s in w:
      parts = annotate(List[Tensor], [])
      for name in names:
        parts.append(w.pop(p + "." + name + s))
      w[p + "." + joined + s] = __torch__.pack(s, torch.cat(parts))
  return 0

# sinusoidal embedding of numbers [B] -> [B, width], computed in float32 (Vaswani et al. 2017, section 3.5)
def sinusoids(t: Tensor, width: int, cosine_first: bool, shift: float) -> Tensor:
  half = width // 2
  exponent = torch.mul(torch.arange(half, dtype=6, device=t.device), -9.210340371976184 / (half - shift))
  angle = torch.mul(torch.unsqueeze(torch.to(t, 6), 1), torch.unsqueeze(torch.exp(exponent), 0))
  parts = [torch.sin(angle), torch.cos(angle)]
  if cosine_first:
    parts = [torch.cos(angle), torch.sin(angle)]
  return torch.cat(parts, 1)

# one context of the rows' contexts, in the same order
def join(contexts: List[Dict[str, Tensor]]) -> Dict[str, Tensor]:
  out = contexts[0]
  if len(contexts) > 1:
    out = annotate(Dict[str, Tensor], {})
    for name in contexts[0].keys():
      parts = annotate(List[Tensor], [])
      for c in contexts:
        parts.append(c[name])
      out[name] = torch.cat(parts)
  return out
