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

# the result may take the place of x
def silu_into(x: Tensor) -> Tensor:
  return torch.silu_(x)

# the result may take the place of x
def add_into(x: Tensor, y: Tensor) -> Tensor:
  return torch.add_(x, y)
