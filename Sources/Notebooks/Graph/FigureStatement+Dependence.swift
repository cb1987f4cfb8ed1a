extension FigureStatement {
  /// Whether it shows something else when these names change.
  func depends(on changed: Set<String>, in definitions: Definitions) -> Bool {
    // What a figure sets itself comes from its own clause, whatever the notebook says.
    let others = changed.subtracting(bound)
    let affected = definitions.dependents(of: Array(others)).union(others)
    let anew = definitions.dependents(of: Array(changed)).union(changed)
    return running.contains { affected.contains($0) && !bound.contains($0) }
      || settled.contains { anew.contains($0) }
      || beside.contains { $0.depends(on: changed, in: definitions) }
  }
}
