import TestSupport
import Testing

@Suite struct CompletionTests {
  /// What is typed before TAB, and how the line then ends.
  @Test(
    arguments: [
      ("plot rm", "plot rms("),  // a function
      (":st", ":steps"),  // a command
      (":poi", ":point"),
      ("exp", "exp"),  // a function and a statement
      ("expl", "explain "),  // a question about a value
      ("explain ne", "explain net"),  // a name
      ("explain plot rm", "explain plot rms("),  // a function of a figure
      (":edit ne", ":edit net"),  // a name
      (":op", ":open "),  // a command of the shell
      (":open sca", ":open scaling"),  // a lesson
      (":go litt", ":go little"),  // a step
      ("network(M, see", "network(M, seed: "),  // a label
      ("plot rms(a) ov", "plot rms(a) over "),  // a clause
      ("plot rms(a) ag", "plot rms(a) against "),
      ("plot rms(a) against float1", "plot rms(a) against float16"),
      ("plot rms(a) besi", "plot rms(a) beside "),  // another figure
      ("plot rms(a) beside heat", "plot rms(a) beside heatmap "),
      (
        "plot rms(a) on log beside plot rms(a) on sy",
        "plot rms(a) on log beside plot rms(a) on symlog"
      ),
      ("table rms(a) in float1", "table rms(a) in float16"),  // a format
      ("plot rms(a) on sy", "plot rms(a) on symlog"),  // an axis
      ("hist", "histogram "),  // a figure
      ("help pl", "help plot"),  // a topic
    ]
  )
  func completes(typed: String, whole: String) throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    screen.type(typed)
    screen.press("Tab")
    try screen.wait("'\(whole)'") { text in
      let last = text.split(separator: "\n").last ?? ""
      return last.drop { $0 == " " }.hasPrefix("fathom> \(whole.trimmed)")
    }
  }

  @Test func listsWhatThereIsWithASummary() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    screen.type("network(M, ")
    screen.press("Tab", "Tab")
    try screen.wait("activation:")
    try screen.wait("fathom> network(M, ", times: 2)
    try screen.clearLine()
    screen.type(":open ")
    screen.press("Tab", "Tab")
    try screen.wait("A product of matrices")
    try screen.clearLine()
    screen.type(":s")
    screen.press("Tab", "Tab")
    try screen.wait("your points so far")
  }

  /// An answer's prompt completes what stands behind a question mark.
  @Test func completesInAQuestion() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.enter("", "how large is each", prompt: "answer[guess]>")
    screen.type("? activ")
    screen.press("Tab")
    try screen.wait("answer[guess]> ? activations(")
  }
}

extension String {
  fileprivate var trimmed: String { last == " " ? String(dropLast()) : self }
}
