# Attention by the engine's fused kernel.

# [B, H, T, D] each; bias is added to the scores
def heads_attention(q: Tensor, k: Tensor, v: Tensor, bias: Optional[Tensor]) -> Tensor:
  return torch.scaled_dot_product_attention(q, k, v, bias)
