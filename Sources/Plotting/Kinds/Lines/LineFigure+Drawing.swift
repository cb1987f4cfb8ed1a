extension LineFigure {
  /// Thresholds, marks, what was before, bands, lines or points, the thresholds' names, guesses: what comes later lies above.
  func draw(on surface: inout some LineSurface) {
    guard let scale, let x = domain.x else { return }
    let levels = around.thresholds.compactMap { threshold -> (Threshold, Double)? in
      if case .at(let height) = scale.place(threshold.at) { (threshold, height) } else { nil }
    }
    for (index, level) in levels.enumerated() { surface.drawThreshold(index, at: level.1) }
    for mark in around.marks {
      switch mark {
      case .x(let at): if x.contains(at) { surface.drawMark(across: place(at, in: x)) }
      case .value(let level):
        if case .at(let height) = scale.place(level) { surface.drawLevel(at: height) }
      case .cell: continue
      }
    }
    for ghost in ghosts { surface.drawGhost(ghost, x: x, scale: scale) }
    for (index, band) in bands.enumerated() {
      surface.drawBand(band, index: index, x: x, scale: scale)
    }
    for (index, one) in series.enumerated() {
      if content.isJoined {
        surface.drawLine(one, index: index, x: x, scale: scale)
      } else {
        surface.drawPoints(one, index: index, x: x, scale: scale)
      }
    }
    for (threshold, height) in levels { surface.drawName(of: threshold, at: height) }
    for guess in around.guesses where guess.x.isFinite {
      let across = place(guess.x, in: x)
      switch scale.place(guess.y) {
      case .at(let height): surface.drawGuess(across: across, at: height)
      case .above: surface.drawGuess(across: across, at: 1)
      case .below: surface.drawGuess(across: across, at: 0)
      case .gap: continue
      }
    }
  }
}
