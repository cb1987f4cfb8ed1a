import TerminalText

/// Figures beside each other in words: what each shows first.
struct BesideDescription {
  let members: [any FigureForm]

  var sentences: [String] {
    let shared = members.sharedDomain
    let count = members.count == 1 ? "1 figure" : "\(members.count) figures"
    var range = ""
    if members.count > 1, let finite = members.map(\.ofNow).sharedDomain?.finite {
      range = ", values from \(finite.least.text()) to \(finite.greatest.text()) in all"
    }
    guard !members.isEmpty else { return ["No figures.", "There is nothing to show."] }
    var sentences = ["\(count) beside each other\(range)."]
    for (index, member) in members.prefix(4).enumerated() {
      let described = member.sentences(shared: shared)
      let name =
        member.around.title.isEmpty ? "Figure \(index + 1)" : neutralised(member.around.title)
      // The first sentence says what kind of figure it is, the second what it shows.
      let comparison = member.comparison.map { " \($0)" } ?? ""
      sentences.append("\(name): \(described[min(1, described.count - 1)])\(comparison)")
    }
    return sentences
  }
}

extension FigureForm {
  /// The same without what was before, on axes for what is shown now.
  fileprivate var ofNow: any FigureForm {
    var form = self
    form.around.before = nil
    form.around.held = nil
    return form
  }
}
