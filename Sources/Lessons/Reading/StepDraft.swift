/// A step while its lines are read.
struct StepDraft {
  let title: Located<String>
  var id: Located<String>?
  var blocks: [Block] = []

  var step: Step? { id.map { Step(id: $0, title: title, blocks: blocks) } }
}
