import DeepNetworks

// How a quantity reacts to a parameter.
extension Explanation {
  /// What happens to the quantity when a parameter changes by a tenth, or by one where it counts.
  func reaction(
    of quantity: Quantity,
    now: Value,
    to name: String,
    at value: Extended,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> String? {
    // A function is known by its name, whatever it reads.
    if now.isFunction { return nil }
    let isCount = try counts(quantity, name, value, &evaluator)
    let step: Extended = value.isZero ? Extended(1) / 10 : value / 10
    let up = isCount ? value + 1 : value + step
    let setting = "With \(name) = \(Self.typed(up))"
    let changed: Value
    let size: Size?
    switch try measured(quantity, name, up, &evaluator) {
    case .tooDear: return "\(setting) it would be too dear to work out here."
    case .failed(let failure):
      return "\(setting) \(quantity.owner ?? "it") could not be worked out: "
        + failure.problem.message
    case .success(let result): (changed, size) = result
    }
    let owner = quantity.owner ?? "it"
    // A quantity that comes back to the same after such a step is tried at another one.
    let other = isCount ? value + 2 : value + step * 37 / 100
    if changed == now {
      guard case .success(let again) = try measured(quantity, name, other, &evaluator),
        again.value != now
      else { return "\(setting) \(owner) would be the same." }
      return "\(setting) \(owner) would be the same, but not with \(name) = \(Self.typed(other))."
    }
    var base: Size?
    do throws(Problem) {
      base = try Size(now, of: quantity.owner, &evaluator.meter)
    } catch {
      throw failure(error)
    }
    guard let base, let size else {
      return Self.isShort(changed)
        ? "\(setting) \(owner) would be \(Rendering.inline(changed))." : nil
    }
    guard !base.value.isZero, !size.value.isZero, base.value.isNegative == size.value.isNegative
    else {
      return "\(setting) \(size.words) would be \(Self.short(size.value))."
    }
    let ratio = size.value / base.value
    let itself = size.isWhole ? "\(Self.typed(size.value)), " : ""
    let start = "\(setting) \(size.words) would be \(itself)\(Self.times(ratio))"
    if Self.isNearlyOne(ratio),
      case .success(let again) = try measured(quantity, name, other, &evaluator),
      let size = again.size
    {
      let ratio = size.value / base.value
      let there =
        size.isWhole ? Self.typed(size.value) : "\(Self.short(ratio)) times as large"
      return Self.isNearlyOne(ratio)
        ? start + "."
        : "\(start), but with \(name) = \(Self.typed(other)) \(size.words) would be \(there)."
    }
    guard !isCount, !value.isZero, !Self.isNearlyOne(ratio) else { return start + "." }
    let law = try law(quantity, name, value, base, up: ratio, &evaluator)
    return start + law + "."
  }

  /// Whether only whole numbers will do: the quantity has no value halfway to the next.
  private func counts(
    _ quantity: Quantity,
    _ name: String,
    _ value: Extended,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Bool {
    guard value.isInteger, value > 0 else { return false }
    let half = value + Extended(0.5)
    if case .failed = try measured(quantity, name, half, &evaluator) { return true }
    return false
  }

  /// The power by which it goes where it goes by one, else what a hundredth more does.
  private func law(
    _ quantity: Quantity,
    _ name: String,
    _ value: Extended,
    _ base: Size,
    up: Extended,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> String {
    let tenth = Extended(11) / 10
    let hundredth = Extended(101) / 100
    guard
      case .success(let near) = try measured(quantity, name, value * hundredth, &evaluator),
      let size = near.size, !size.value.isZero,
      size.value.isNegative == base.value.isNegative
    else { return "" }
    let ratio = size.value / base.value
    let power = up.log() / tenth.log()
    let nearPower = ratio.log() / hundredth.log()
    if (power - nearPower).abs() <= Extended(1e-9) * (power.abs() + 1) {
      let whole = power.round()
      let shown = (power - whole).abs() <= Extended(1e-9) ? whole : power
      if shown == 1 { return "; it is proportional to \(name)" }
      return
        "; it goes as \(name)^\(shown.isNegative ? "(\(Self.typed(shown)))" : Self.typed(shown))"
    }
    let percent = (ratio - 1) * 100
    if percent.isZero { return "; 1 % more of \(name) leaves it as it is" }
    let side = percent.isNegative ? "smaller" : "larger"
    return "; 1 % more of \(name) makes it \(Self.short(percent.abs())) % \(side)"
  }

  private static func isShort(_ value: Value) -> Bool {
    switch value.operand {
    case .number, .never: return true
    case .vector, .matrix, .layers: return false
    case .other:
      guard case .truth = value else { return false }
      return true
    }
  }

  static func times(_ ratio: Extended) -> String {
    if ratio == 1 { return "the same" }
    return isNearlyOne(ratio) ? "nearly the same" : "\(short(ratio)) times as large"
  }

  /// Whether three digits show no change.
  private static func isNearlyOne(_ ratio: Extended) -> Bool {
    (ratio - 1).abs() < Extended(0.0005)
  }
}
