/// All that is particular to one activation function.
///
/// A class, because layers ask for it one by one: a reference is sooner copied than ten closures.
final class ActivationTraits: Sendable {
  /// Writes a function of `count` doubles z to `out`, which may be `z`; each result depends on its
  /// own z alone.
  typealias Kernel =
    @Sendable (
      _ out: UnsafeMutablePointer<Double>, _ z: UnsafePointer<Double>, _ count: Int
    ) -> Void

  /// gradient ·= g′(z) for `count` entries, with a = g(z) at hand.
  typealias SlopeProduct =
    @Sendable (
      _ gradient: UnsafeMutablePointer<Double>, _ a: UnsafePointer<Double>,
      _ z: UnsafePointer<Double>, _ count: Int
    ) -> Void

  /// As statements write it.
  let name: String
  /// What help says it is.
  let summary: String
  /// Statements that help shows.
  let examples: [String]
  /// g(z) as a formula, its numbers spelt by the function given.
  let formula: @Sendable (_ number: (Double) -> String) -> String

  /// g.
  let values: Kernel
  /// g′.
  let slopes: Kernel
  /// What is faster than multiplying by `slopes`, where a is still g(z) to the last bit.
  let multiplySlopes: SlopeProduct?

  let form: Form

  /// g(z) − g(0) of doubles without cancellation; nil where g(0) = 0.
  let rise: (@Sendable ([Double]) -> [Double])?
  /// (g(z) + g(−z))/2 − g(0) of doubles without cancellation; nil where that is 0, and for rays.
  let evenPart: (@Sendable ([Double]) -> [Double])?

  /// PyTorch's `calculate_gain`, where it has one.
  let usualGain: Double?
  /// What one evaluation costs, in multiplications or so.
  let operations: Double

  /// How g runs: what is known of it beyond its values.
  enum Form: Sendable {
    case identity
    /// z above 0, `below` · z under it.
    case rays(below: Double)
    case curve(reach: Reach, ends: Ends, pairs: Pairs)
  }

  /// g and g′ where doubles do not serve, to about 1e-15.
  ///
  /// *Domain*: numbers below 2^-500 and from 4 on in size; the kernels get the others.
  struct Reach: Sendable {
    let value: @Sendable (Extended) -> Extended
    let slope: @Sendable (Extended) -> Extended
    /// The zero of g′ between its ends, where there is one.
    let stationary: StationaryPoint?

    init(
      value: @escaping @Sendable (Extended) -> Extended,
      slope: @escaping @Sendable (Extended) -> Extended,
      stationary: StationaryPoint? = nil
    ) {
      (self.value, self.slope, self.stationary) = (value, slope, stationary)
    }
  }

  /// What g looks like from far away.
  enum Ends: Sendable {
    /// A step between two levels.
    case levels
    /// Two rays that meet in 0.
    case rays
  }

  /// How E f(u₁) f(u₂) of two normals of variance q and correlation c is had, for f = g and f = g′.
  enum Pairs: Sendable {
    /// On a grid: g is analytic, its nearest pole not nearer than tanh's, π/2 off the real line.
    case grid
    /// On panels that meet at 0, where g has a kink.
    case panels
    /// In closed form.
    case closed(
      values: @Sendable (_ q: Double, _ c: Double) -> Double,
      slopes: @Sendable (_ q: Double, _ c: Double) -> Double
    )
  }

  /// `formula` is the name with its z, unless it is given.
  init(
    name: String,
    summary: String,
    examples: [String],
    formula: (@Sendable ((Double) -> String) -> String)? = nil,
    values: @escaping Kernel,
    slopes: @escaping Kernel,
    multiplySlopes: SlopeProduct? = nil,
    form: Form,
    rise: (@Sendable ([Double]) -> [Double])? = nil,
    evenPart: (@Sendable ([Double]) -> [Double])? = nil,
    usualGain: Double? = nil,
    operations: Double
  ) {
    self.name = name
    self.summary = summary
    self.examples = examples
    self.formula = formula ?? { _ in "\(name)(z)" }
    self.values = values
    self.slopes = slopes
    self.multiplySlopes = multiplySlopes
    self.form = form
    self.rise = rise
    self.evenPart = evenPart
    self.usualGain = usualGain
    self.operations = operations
  }
}
