/// The norm of a layer's samples, z = (u − mean u)/√(var u + ε), and its derivatives; rows of `width`.
enum SampleNorm {
  /// In place; returns s = 1/√(var + ε) of each sample, 0 where it does not vary.
  static func normalise(_ z: inout [Double], width: Int, _ epsilon: Double) -> [Double] {
    stride(from: 0, to: z.count, by: width).map { first in
      let row = first..<first + width
      let mean = row.reduce(0) { $0 + z[$1] } / Double(width)
      for i in row { z[i] -= mean }
      let spread = row.reduce(0) { $0 + z[$1] * z[$1] } / Double(width) + epsilon
      let inverse = spread == 0 ? 0 : 1 / spread.squareRoot()
      for i in row { z[i] *= inverse }
      return inverse
    }
  }

  /// d ← s (d − mean d − z mean(z d)): dz along du as well as dJ/du of dJ/dz.
  static func back(_ d: inout [Double], _ z: [Double], _ inverses: [Double], width: Int) {
    for (index, first) in stride(from: 0, to: z.count, by: width).enumerated() {
      let row = first..<first + width
      let mean = row.reduce(0) { $0 + d[$1] } / Double(width)
      let along = row.reduce(0) { $0 + d[$1] * z[$1] } / Double(width)
      for i in row { d[i] = (d[i] - mean - z[i] * along) * inverses[index] }
    }
  }

  /// d = R(dJ/dZ) ← R(dJ/dU), for dJ/dZ = `gradient` and changes Ru, Rz of u and z.
  ///
  /// ```
  /// R s = −s² mean(z Ru)
  /// ```
  static func back(
    _ d: inout [Double],
    gradient: [Double],
    z: [Double],
    along change: (u: [Double], z: [Double]),
    _ inverses: [Double],
    width: Int
  ) {
    let size = Double(width)
    for (index, first) in stride(from: 0, to: z.count, by: width).enumerated() {
      let row = first..<first + width
      let inverse = inverses[index]
      let growth = -inverse * row.reduce(0) { $0 + z[$1] * change.u[$1] } / size
      let mean = row.reduce(0) { $0 + gradient[$1] } / size
      let along = row.reduce(0) { $0 + gradient[$1] * z[$1] } / size
      let changedMean = row.reduce(0) { $0 + d[$1] } / size
      let changedAlong =
        row.reduce(0) { $0 + d[$1] * z[$1] + gradient[$1] * change.z[$1] } / size
      for i in row {
        let plain = gradient[i] - mean - z[i] * along
        let changed = d[i] - changedMean - change.z[i] * along - z[i] * changedAlong
        d[i] = inverse * (growth * plain + changed)
      }
    }
  }
}
