  # The rest of every Learner: its own file, which begins the class, has the networks, ready() and terms().

  def begin(self: __torch__.Learner, weights: Dict[str, Tensor]) -> Dict[str, Tensor]:
    for name in weights.keys():
      self.optimizer.add(name, weights[name])
    return annotate(Dict[str, Tensor], {})

  def traits(self: __torch__.Learner, name: str, rate: float, decay: float, matrix: bool) -> int:
    return self.optimizer.traits(name, rate, decay, matrix)

  def averages(self: __torch__.Learner, count: int) -> int:
    return self.optimizer.averages(count)

  # batch: what terms() takes, and share, the weight of the loss
  def learn(self: __torch__.Learner, batch: Dict[str, Tensor]) -> Dict[str, Tensor]:
    self.ready()
    terms = self.terms(batch)
    self.optimizer.gather(terms["loss"], float(torch.item(batch["share"])))
    for name in annotate(List[str], list(terms.keys())):
      terms[name] = torch.detach(terms[name])
    return terms

  def part(self: __torch__.Learner, part: str) -> Dict[str, Tensor]:
    return self.optimizer.part(part)

  def overwrite(self: __torch__.Learner, part: str, name: str, x: Tensor) -> int:
    return self.optimizer.overwrite(part, name, x)

  def update(self: __torch__.Learner, step: int, rate: float, decay: float, clip: float, average: List[float]) -> float:
    return self.optimizer.update(step, rate, decay, clip, average)
