# The sensitive kernels on x86 processors: oneDNN for every product, with weights packed once into its own blocked layouts.

def pack_linear(w: Tensor) -> Tensor:
  return ops.mkldnn._reorder_linear_weight(w)

def pack_conv(w: Tensor, stride: int, padding: int) -> Tensor:
  return ops.mkldnn._reorder_convolution_weight(w, [padding, padding], [stride, stride], [1, 1], 1)

# then: "none", "relu" or "gelu" (exact), applied to the result
def matrix(x: Tensor, w: Tensor, bias: Optional[Tensor], then: str) -> Tensor:
  return ops.mkldnn._linear_pointwise(x, w, bias, then, annotate(List[Optional[number]], []), "none" if then == "gelu" else "")

def convolution(x: Tensor, w: Tensor, bias: Optional[Tensor], stride: int, padding: int) -> Tensor:
  return ops.mkldnn._convolution_pointwise(x, w, bias, [padding, padding], [stride, stride], [1, 1], 1, "none", annotate(List[Optional[number]], []), "")

# [T, D], [K, D], [K, D], bias [1, K] -> [T, D]
def rows_attention(q: Tensor, k: Tensor, v: Tensor, bias: Optional[Tensor]) -> Tensor:
  if q.dtype == 15:
    scores = torch.mm(q, torch.t(k))
  else:
    scores = __torch__.matrix(q, k, None, "none")
  if bias is not None:
    scores = torch.add_(scores, bias)
  p = torch.softmax(scores, -1)
  if q.dtype == 15:
    o = torch.mm(p, v)
  else:
    o = __torch__.matrix(p, torch.t(v), None, "none")
  return o

# [N, T, D], [N, K, D], [N, K, D], bias [N, 1, K] -> [N, T, D], a few rows at a time: their scores stay in the cache.
# Two to three times faster here than the fused kernel.
def long_attention(q: Tensor, k: Tensor, v: Tensor, bias: Optional[Tensor]) -> Tensor:
  t = torch.size(q, 1)
  rows = 256
  o = torch.empty_like(q)
  for n in range(torch.size(q, 0)):
    qn, kn, vn, on = torch.select(q, 0, n), torch.select(k, 0, n), torch.select(v, 0, n), torch.select(o, 0, n)
    bn : Optional[Tensor] = None
    if bias is not None:
      bn = torch.select(bias, 0, n)
    for at in range(0, t, rows):
      length = min(rows, t - at)
      torch.copy_(torch.narrow(on, 0, at, length), __torch__.rows_attention(torch.narrow(qn, 0, at, length), kn, vn, bn))
  return o

# [N, T, D], [N, K, D], [N, K, D], bias [N, T or 1, K] -> [N, T, D]
def short_attention(q: Tensor, k: Tensor, v: Tensor, bias: Optional[Tensor]) -> Tensor:
  scores = torch.bmm(q, torch.transpose(k, 1, 2))
  if bias is not None:
    scores = torch.add_(scores, bias)
  return torch.bmm(torch.softmax(scores, -1), v)

# The fused kernel is left alone in bfloat16: with AMX it loads its tiles from a palette that oneDNN 3.7 shares between threads,
# and a thread that loads it while another writes it ends the process (https://github.com/uxlfoundation/oneDNN/issues/5393).
# [B, H, T, D] each; bias is added to the scores
def heads_attention(q: Tensor, k: Tensor, v: Tensor, bias: Optional[Tensor]) -> Tensor:
  n = [torch.size(q, 0), torch.size(q, 1)]
  long = torch.size(q, 2) * torch.size(k, 2) >= 1048576
  if q.dtype == 15 or long:
    flat_q = torch.flatten(torch.mul(q, 1. / torch.sqrt(torch.size(q, 3))), 0, 1)
    flat_k, flat_v = torch.contiguous(torch.flatten(k, 0, 1)), torch.contiguous(torch.flatten(v, 0, 1))
    if bias is not None:
      bias = torch.flatten(torch.expand(bias, [n[0], n[1], -1, -1]), 0, 1)
    if long:
      o = __torch__.long_attention(flat_q, flat_k, flat_v, bias)
    else:
      o = __torch__.short_attention(flat_q, flat_k, flat_v, bias)
    o = torch.unflatten(o, 0, n)
  else:
    o = torch.scaled_dot_product_attention(q, k, v, bias)
  return o

# every position sees itself and those before it
def causal_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
  if q.dtype == 15:
    t = torch.size(q, 2)
    bias = torch.triu(torch.full([1, 1, t, t], -inf, dtype=15), 1)
    o = __torch__.heads_attention(q, k, v, bias)
  else:
    o = torch.scaled_dot_product_attention(q, k, v, None, 0., True)
  return o

# the result may take the place of x
def silu_into(x: Tensor) -> Tensor:
  return torch.silu_(x)

# the result may take the place of x
def add_into(x: Tensor, y: Tensor) -> Tensor:
  return torch.add_(x, y)
