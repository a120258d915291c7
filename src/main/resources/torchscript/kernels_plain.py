# The sensitive kernels where oneDNN is not at hand: GPUs, other processors. Weights stay as they are.

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
    y = torch.relu_(y)
  return y

def convolution(x: Tensor, w: Tensor, bias: Optional[Tensor], stride: int, padding: int) -> Tensor:
  return torch.conv2d(x, w, bias, [stride, stride], [padding, padding])

# the result may take the place of x
def silu_into(x: Tensor) -> Tensor:
  return torch.silu_(x)

# the result may take the place of x
def add_into(x: Tensor, y: Tensor) -> Tensor:
  return torch.add_(x, y)
