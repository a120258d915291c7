# The sensitive kernels where gradients are wanted: differentiable operators that leave their inputs alone, and weights in their own layout.

def pack_linear(w: Tensor) -> Tensor:
  return w

def pack_conv(w: Tensor, stride: int, padding: int) -> Tensor:
  return torch.contiguous(w, memory_format=2)

# then: "none", "relu" or "gelu" (exact), applied to the result
def matrix(x: Tensor, w: Tensor, bias: Optional[Tensor], then: str) -> Tensor:
  y = torch.linear(x, w, bias)
  if then == "gelu":
    y = torch.gelu(y)
  if then == "relu":
    y = torch.relu(y)
  return y

def convolution(x: Tensor, w: Tensor, bias: Optional[Tensor], stride: int, padding: int) -> Tensor:
  return torch.conv2d(x, w, bias, [stride, stride], [padding, padding])

# [B, H, T, D] each; bias is added to the scores. The fused kernel's backward pass took five times as long as products and a softmax
# for 256 tokens; it saves the scores, which counts where there are many tokens.
def heads_attention(q: Tensor, k: Tensor, v: Tensor, bias: Optional[Tensor]) -> Tensor:
  if torch.size(q, 2) * torch.size(k, 2) > 262144:
    y = torch.scaled_dot_product_attention(q, k, v, bias)
  else:
    scores = torch.matmul(torch.mul(q, 1. / torch.sqrt(float(torch.size(q, 3)))), torch.transpose(k, 2, 3))
    if bias is not None:
      scores = torch.add(scores, bias)
    y = torch.matmul(torch.softmax(scores, -1), v)
  return y

def silu_into(x: Tensor) -> Tensor:
  return torch.silu(x)

def add_into(x: Tensor, y: Tensor) -> Tensor:
  return torch.add(x, y)
