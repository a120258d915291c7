# asks for more memory than any machine has
class Net(Module):
  __parameters__ = []
  __buffers__ = []

  def forward(self: __torch__.Net) -> Tensor:
    return torch.empty([1048576, 1048576, 64])
