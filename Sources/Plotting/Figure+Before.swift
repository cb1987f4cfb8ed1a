extension Figure {
  /// The same with what it showed before a change in it, on axes that hold both.
  ///
  /// `cause` is what was otherwise then, `s = 1.5`. Lines, points, medians, bars and histograms keep what changed;
  /// of figures beside each other each keeps its own. Not so a heatmap and a drawn network, whose cells and shades
  /// have no room for a second value, nor a table, which would have to be read twice: they stay as they are. So does
  /// a figure that shows the same as before, or another kind of thing.
  package func after(_ old: Figure, cause: String) -> Figure {
    var figure = self
    if case .beside(let members) = kind, case .beside(let others) = old.kind,
      members.count == others.count
    {
      figure.kind = .beside(zip(members, others).map { $0.after($1, cause: cause) })
      return figure
    }
    guard self.xLabel == old.xLabel, kind != old.kind, let values = kind.values(before: old.kind)
    else { return figure }
    figure.before = Before(cause: cause, values: values)
    return figure
  }

  /// The same on axes that reach at least as far as those of another figure, made by the same statement.
  package func onAxes(of other: Figure) -> Figure {
    var figure = self
    if case .beside(let members) = kind, case .beside(let others) = other.kind,
      members.count == others.count
    {
      figure.kind = .beside(zip(members, others).map { $0.onAxes(of: $1) })
    } else {
      figure.held = other.form.domain.map {
        HeldAxes(points: $0.corners, isNarrow: !Scale.isWide($0))
      }
    }
    return figure
  }
}

extension Figure.Kind {
  /// What of another figure of this kind can be shown faintly in this one; nil where nothing can.
  fileprivate func values(before old: Figure.Kind) -> Before.Values? {
    switch (self, old) {
    case (.line(let new), .line(let old)), (.scatter(let new), .scatter(let old)):
      changed(new, old)
    case (.bands(let new), .bands(let old)):
      changed(new.map { Quantiles($0).median }, old.map { Quantiles($0).median })
    case (.bars, .bars(let old)): .bars(old)
    case (.histogram, .histogram(let old)): .samples(old)
    case (.line, _), (.scatter, _), (.bands, _), (.bars, _), (.histogram, _), (.table, _),
      (.heatmap, _), (.network, _), (.beside, _), (.cobweb, _):
      nil
    }
  }

  /// Lines belong together by their place; where there are more or fewer than before, none does.
  private func changed(_ new: [Series], _ old: [Series]) -> Before.Values? {
    guard new.count == old.count else { return nil }
    let changed = zip(new, old).map { new, old in
      new.x == old.x && new.y == old.y ? nil : old
    }
    return changed.contains { $0 != nil } ? .series(changed) : nil
  }
}
