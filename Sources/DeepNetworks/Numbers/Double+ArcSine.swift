import CKernels

extension Double {
  /// √(1 − x²) of a cosine or sine x; 0 where rounding has brought it past 1.
  var complement: Double { max((1 - self) * (1 + self), 0).squareRoot() }

  /// The angle of this sine.
  ///
  /// *Domain*: |x| ≤ 1.
  var arcSine: Double {
    let s = complement
    return s == 0 ? (self < 0 ? -1 : 1) * Double.pi / 2 : fk_atan1(self / s)
  }
}
