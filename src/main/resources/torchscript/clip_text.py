# CLIPTextModel (Radford et al. 2021, https://arxiv.org/abs/2103.00020), as Stable Diffusion uses it.

def activation(x: Tensor, quick: bool) -> Tensor:
  if quick:
    y = torch.mul(x, torch.sigmoid(torch.mul(x, 1.702)))
  else:
    y = torch.gelu(x)
  return y

def encoder_layer(w: Dict[str, Tensor], p: str, x: Tensor, heads: int, quick: bool, eps: float) -> Tensor:
  q, k, v = torch.chunk(__torch__.linear(w, p + ".self_attn.qkv_proj", __torch__.layer_norm(w, p + ".layer_norm1", x, eps)), 3, -1)
  q, k, v = __torch__.split_heads(q, heads), __torch__.split_heads(k, heads), __torch__.split_heads(v, heads)
  o = torch.scaled_dot_product_attention(q, k, v, None, 0., True)
  x = torch.add(x, __torch__.linear(w, p + ".self_attn.out_proj", torch.flatten(torch.transpose(o, 1, 2), 2, 3)))
  h = __torch__.linear(w, p + ".mlp.fc1", __torch__.layer_norm(w, p + ".layer_norm2", x, eps))
  return torch.add(x, __torch__.linear(w, p + ".mlp.fc2", __torch__.activation(h, quick)))

class Net(Module):
  __parameters__ = []
  __buffers__ = []
  w : Dict[str, Tensor]
  dtype : int
  layers : int
  heads : int
  quick_gelu : bool
  eps : float

  def put(self: __torch__.Net, name: str, x: Tensor) -> int:
    self.w[name] = __torch__.prepare(name, x, self.dtype)
    return len(self.w)

  # called once, after the last put
  def fuse(self: __torch__.Net) -> int:
    for i in range(self.layers):
      p = "encoder.layers." + str(i) + ".self_attn"
      __torch__.fuse_attention(self.w, p, ["q_proj", "k_proj", "v_proj"], "qkv_proj")
    return len(self.w)

  # token ids [B, T] -> hidden states: the embeddings and the output of each layer, [B, T, D] each, without the final layer norm
  def hidden(self: __torch__.Net, ids: Tensor) -> List[Tensor]:
    positions = torch.slice(self.w["embeddings.position_embedding.weight"], 0, 0, torch.size(ids, 1))
    x = torch.add(torch.embedding(self.w["embeddings.token_embedding.weight"], ids), positions)
    states = [x]
    for i in range(self.layers):
      x = __torch__.encoder_layer(self.w, "encoder.layers." + str(i), x, self.heads, self.quick_gelu, self.eps)
      states.append(x)
    return states

  # skip: how many of the last layers are left out; normed: whether the final layer norm is applied. pooled_at [B]: row of the end-of-text token.
  # Answers hidden [B, T, D], pooled [B, D] (always of the last layer, normed) and, with a projection, projected [B, P]
  def forward(self: __torch__.Net, ids: Tensor, pooled_at: Tensor, skip: int, normed: bool) -> Dict[str, Tensor]:
    states = self.hidden(ids)
    h = states[len(states) - 1 - skip]
    if normed:
      h = __torch__.layer_norm(self.w, "final_layer_norm", h, self.eps)
    last = torch.select(torch.gather(states[-1], 1, torch.expand(torch.unsqueeze(torch.unsqueeze(pooled_at, 1), 2), [-1, 1, torch.size(h, 2)])), 1, 0)
    pooled = __torch__.layer_norm(self.w, "final_layer_norm", last, self.eps)
    out = {"hidden": torch.contiguous(torch.to(h, 6)), "pooled": torch.contiguous(torch.to(pooled, 6))}
    if "text_projection.weight" in self.w:
      out["projected"] = torch.to(__torch__.linear(self.w, "text_projection", pooled), 6)
    return out
