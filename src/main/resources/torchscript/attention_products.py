# Long attention as products and softmax, by oneDNN.

# [T, D], [K, D], [K, D] -> [T, D]
def rows_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
  if q.dtype == 15:
    o = torch.mm(torch.softmax(torch.mm(q, torch.t(k)), -1), v)
  else:
    o = __torch__.matrix(torch.softmax(__torch__.matrix(q, k, None, "none"), -1), torch.t(v), None, "none")
  return o

# [N, T, D], [N, K, D], [N, K, D] -> [N, T, D], a few rows at a time: their scores stay in the cache.
# Two to three times faster than the fused kernel where products of small blocks are slow, which is everywhere but on AMX tiles.
def long_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
  t = torch.size(q, 1)
  rows = 256
  o = torch.empty_like(q)
  for n in range(torch.size(q, 0)):
    qn, kn, vn, on = torch.select(q, 0, n), torch.select(k, 0, n), torch.select(v, 0, n), torch.select(o, 0, n)
    for at in range(0, t, rows):
      length = min(rows, t - at)
      torch.copy_(torch.narrow(on, 0, at, length), __torch__.rows_attention(torch.narrow(qn, 0, at, length), kn, vn))
  return o

# [B, H, T, D] each; bias is added to the scores
def heads_attention(q: Tensor, k: Tensor, v: Tensor, bias: Optional[Tensor]) -> Tensor:
  if bias is None and torch.size(q, 2) * torch.size(k, 2) >= 1048576:
    d = torch.size(q, 3)
    flat = torch.flatten(torch.mul(q, 1. / torch.sqrt(d)), 0, 1)
    o = torch.unflatten(__torch__.long_attention(flat, torch.contiguous(torch.flatten(k, 0, 1)), torch.contiguous(torch.flatten(v, 0, 1))), 0, [torch.size(q, 0), torch.size(q, 1)])
  else:
    o = torch.scaled_dot_product_attention(q, k, v, bias)
  return o
