import TerminalText

/// Figures beside each other with one range of values, so that they can be compared.
struct BesideForm: FigureForm {
  var around: Surroundings
  var members: [any FigureForm]

  func text(in frame: Frame) -> StyledText {
    BesideFigure(title: around.title, members: members, frame: frame).rendered()
  }

  func draw(on page: inout Page) { page.draw(members) }

  func sentences(shared: Domain?) -> [String] { BesideDescription(members: members).sentences }

  var data: String { members.map(\.data).joined(separator: "\n") }

  var numbers: [String] { members.flatMap(\.numbers) }

  var domain: Domain? { members.sharedDomain }

  func covers(_ mark: Mark) -> Bool { members.contains { $0.covers(mark) } }

  /// What stands there in each.
  func sentence(at mark: Mark) -> String {
    members.map { member in
      let title = neutralised(member.around.title)
      return (title.isEmpty ? "" : "\(title): ") + member.sentence(at: mark)
    }.joined(separator: " ")
  }

  mutating func spell() { members = members.map { $0.spelledInASCII } }

  /// What stands below each other for want of columns takes more.
  func height(columns: Int, rows: Int) -> Int {
    let across = BesideFigure.across(columns, for: members.count)
    guard across < members.count else { return rows }
    // One more says that they have the same range.
    return max(rows, members.count / across * min(rows, BesideFigure.readableRows) + 1)
  }
}
