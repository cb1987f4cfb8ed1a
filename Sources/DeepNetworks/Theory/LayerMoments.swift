/// What one layer's theory needs of an activation: E over z ~ N(0, q), for a variance of any size.
struct LayerMoments {
  /// E g and E g².
  let value, second: Extended
  /// E g′ and E g′².
  let slope, slopeSecond: Extended
  /// E g g′, E g g′² and E g² g′².
  let valueSlope, valueSlopeSecond, secondSlopeSecond: Extended
  /// E z g′/q and E z g g′/q, which by Stein's lemma are E g″ and E (g g′)′.
  let bend, valueBend: Extended
  /// E z² g′²/q, E z² g g′²/q and E z² g² g′²/q.
  let reach, valueReach, secondReach: Extended

  /// Beyond these a variance is stood for by the bound.
  private static let (near, far) = (1e-200, 1e20)

  /// How the moments go on from the variance they are computed at.
  private enum Course {
    case here
    /// Where g is z times a slope on each side of 0: g grows with √q.
    case rays
    /// Where g is a step: only z near 0 has a slope.
    case levels
    /// Where g(0) ≠ 0 and z stays at 0.
    case point
  }

  init(_ activation: Activation, variance q: Extended) {
    var (place, course) = (q, Course.here)
    switch activation.traits.form {
    case .identity, .rays: (place, course) = (.one, .rays)
    case .curve(_, let ends, _):
      if q > Extended(Self.far) {
        place = Extended(Self.far)
        course =
          switch ends {
          case .rays: .rays
          case .levels: .levels
          }
      } else if q < Extended(Self.near) {
        place = Extended(Self.near)
        course = activation.value(.zero).isZero ? .rays : .point
      }
    }
    let moments = Integrals(activation, variance: place.double)
    let ratio = q / place
    let root = ratio.squareRoot()
    // A moment of g's degree, and whether it has a slope in it.
    func scaled(_ moment: Double, degree: Int, hasSlope: Bool) -> Extended {
      let moment = Extended(moment)
      switch course {
      case .here, .point: return moment
      case .rays:
        if degree < 0 { return q.isZero ? .zero : moment / root }
        return degree == 0 ? moment : degree == 1 ? moment * root : moment * ratio
      case .levels: return hasSlope ? moment / root : moment
      }
    }
    value = scaled(moments.value, degree: 1, hasSlope: false)
    second = scaled(moments.second, degree: 2, hasSlope: false)
    slope = scaled(moments.slope, degree: 0, hasSlope: true)
    slopeSecond = scaled(moments.slopeSecond, degree: 0, hasSlope: true)
    valueSlope = scaled(moments.valueSlope, degree: 1, hasSlope: true)
    valueSlopeSecond = scaled(moments.valueSlopeSecond, degree: 1, hasSlope: true)
    secondSlopeSecond = scaled(moments.secondSlopeSecond, degree: 2, hasSlope: true)
    bend = scaled(moments.bend, degree: -1, hasSlope: true) / (course == .levels ? ratio : .one)
    valueBend =
      scaled(moments.valueBend, degree: 0, hasSlope: true) / (course == .levels ? ratio : .one)
    // Where g is a step z² is small where there is a slope: one more factor q each way.
    let near = course == .levels ? ratio : .one
    reach = scaled(moments.reach, degree: 0, hasSlope: true) / near
    valueReach = scaled(moments.valueReach, degree: 1, hasSlope: true) / near
    secondReach = scaled(moments.secondReach, degree: 2, hasSlope: true) / near
  }
}

/// The same moments at a variance that doubles hold.
private struct Integrals {
  let value, second, slope, slopeSecond: Double
  let valueSlope, valueSlopeSecond, secondSlopeSecond: Double
  let bend, valueBend: Double
  let reach, valueReach, secondReach: Double

  init(_ activation: Activation, variance q: Double) {
    let peak = 0.3989422804014327  // 1/√(2π) = E max(0, z)
    if let b = activation.slopeBelowZero {
      // z above 0 and b z under it, at q = 1.
      value = (1 - b) * peak
      second = (1 + b * b) / 2
      slope = (1 + b) / 2
      slopeSecond = (1 + b * b) / 2
      valueSlope = (1 - b * b) * peak
      valueSlopeSecond = (1 - b * b * b) * peak
      secondSlopeSecond = (1 + b * b * b * b) / 2
      bend = (1 - b) * peak
      valueBend = (1 + b * b) / 2
      // E z³ = 2 peak and E z⁴ = 3/2 where z > 0.
      reach = (1 + b * b) / 2
      valueReach = (1 - b * b * b) * 2 * peak
      secondReach = 3 * (1 + b * b * b * b) / 2
      return
    }
    let root = q.squareRoot()
    let integral = GaussianIntegral(scale: root)
    let u = integral.nodes
    let z = u.map { root * $0 }
    let g = activation.values(z)
    let slopes = activation.derivatives(z)
    func mean(_ f: (Int) -> Double) -> Double { integral.mean(u.indices.map(f)) }
    value = mean { g[$0] }
    second = mean { g[$0] * g[$0] }
    slope = mean { slopes[$0] }
    slopeSecond = mean { slopes[$0] * slopes[$0] }
    valueSlope = mean { g[$0] * slopes[$0] }
    valueSlopeSecond = mean { g[$0] * slopes[$0] * slopes[$0] }
    secondSlopeSecond = mean { g[$0] * slopes[$0] * g[$0] * slopes[$0] }
    bend = mean { u[$0] * slopes[$0] } / root
    valueBend = mean { u[$0] * g[$0] * slopes[$0] } / root
    let stretched = u.indices.map { u[$0] * slopes[$0] }
    reach = mean { stretched[$0] * stretched[$0] }
    valueReach = mean { g[$0] * stretched[$0] * stretched[$0] }
    secondReach = mean { g[$0] * stretched[$0] * g[$0] * stretched[$0] }
  }
}
