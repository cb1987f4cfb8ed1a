/// Where a slope g′ passes through 0: there a kernel has only what its terms leave of each other.
///
/// ```
/// g′(z) = d (s₀ + d (s₁ + …)),  d = z − place
/// ```
/// Taylor's series of g′ in 60 digits, cut: right to 2^-51 of itself within `reach`.
struct StationaryPoint: Sendable {
  /// The zero of g′ in two parts.
  private let place, rest: Double
  private let series: [Double]

  /// So far from its place the series serves.
  private static let reach = 0.125

  /// g′ of hi + lo; nil where that is not near.
  func slope(_ hi: Double, _ lo: Double) -> Double? {
    let distance = (hi - place) + (lo - rest)
    guard distance.magnitude < StationaryPoint.reach else { return nil }
    return distance * series.reversed().reduce(0) { $0 * distance + $1 }
  }

  static let gelu = StationaryPoint(
    place: -0.7517915246935645,
    rest: 1.4956759177009883e-17,
    series: [
      0.4314939923140469, 0.388284982990552, -0.018199676398671087, -0.1140082332972217,
      -0.014771522148244337, 0.019421679838189067, 0.004539228379125415, -0.002239538068073497,
      -0.0007448268386746817, 0.00018633974623233514, 8.615947861116571e-05,
      -1.121438018842664e-05, -7.74846130700372e-06, 4.3284506257392273e-07,
    ]
  )

  static let silu = StationaryPoint(
    place: -1.2784645427610737,
    rest: -1.0946994183093437e-16,
    series: [
      0.2178117057198001, 0.1466487969969469, 0.018874814223782312, -0.015222655223188032,
      -0.006606589138356696, 0.000126627410081122, 0.0007985218818397998, 0.00018570724361186496,
      -4.090534237428612e-05, -2.9733542213263917e-05, -2.942631888842464e-06,
      2.346029682463866e-06, 8.599695028268575e-07, -3.051244750055421e-08,
    ]
  )
}
