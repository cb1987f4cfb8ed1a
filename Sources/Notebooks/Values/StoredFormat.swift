import DeepNetworks

/// The float format that numbers were stored in, which may have been times a factor.
struct StoredFormat {
  let format: NumberFormat
  /// What they were multiplied by as they were stored, and have been divided by since.
  let scale: Extended

  /// Numbers below it were subnormal as they were stored.
  var smallestNormal: Extended { Extended(format.smallestNormal) / scale }

  /// ", stored times 1024"; nothing where they are as they were stored.
  var words: String {
    scale == .one ? "" : ", stored times \(Rendering.number(scale, digits: 6))"
  }
}
