/// What only the whole lesson shows.
extension LessonParser {
  mutating func checkWhole() {
    checkHeader()
    checkSteps()
    checkQuestions()
    checkChoices()
    for blocks in [opening] + steps.map(\.blocks) { checkParameters(blocks) }
  }

  private mutating func checkHeader() {
    if headerLine == nil { report(.noHeader, at: .start) }
    guard let title else {
      return report(.noTitle, at: Position(line: headerLine ?? 1, column: 1))
    }
    if let header, header.title.value != title.value {
      report(
        .titlesDiffer(header: header.title.value, heading: title.value),
        at: title.position
      )
    }
    if steps.isEmpty { report(.noSteps, at: title.position) }
  }

  private mutating func checkSteps() {
    var seen: [Located<String>] = []
    for index in steps.indices {
      let step = steps[index]
      if let id = step.id {
        if !Identifier.isValid(id.value) { report(.badID(id.value), at: id.position) }
      } else if let slug = Identifier.slug(step.title.value) {
        steps[index].id = Located(slug, at: step.title.position)
      } else if !step.title.value.isEmpty {
        report(.noIDFromTitle(step.title.value), at: step.title.position)
      }
      if let id = steps[index].id { checkUnique(id, "step", &seen) }
      let isIdle = step.blocks.allSatisfy { block in
        switch block {
        case .cell, .question, .parameters: false
        case .prose, .speaker: true
        }
      }
      if isIdle { report(.idleStep(step.title.value), at: step.title.position) }
    }
  }

  private mutating func checkQuestions() {
    var seen: [Located<String>] = []
    for step in steps {
      for (index, block) in step.blocks.enumerated() {
        guard case .question(let question) = block else { continue }
        checkUnique(question.id, "question", &seen)
        if question.kind.form.needsCell, !step.blocks[index...].contains(where: \.isCell) {
          report(.noCellAfterPrediction(question.id.value), at: question.position)
        }
      }
    }
  }

  /// A later step may set a parameter anew; one step may not set it twice.
  private mutating func checkParameters(_ blocks: [Block]) {
    var seen: [Located<String>] = []
    for case .parameters(let parameters) in blocks {
      for parameter in parameters {
        let name = parameter.name
        if let first = seen.first(where: { $0.value == name.value }) {
          report(.duplicateParameter(name.value, first: first.position.line), at: name.position)
        }
        seen.append(name)
      }
    }
  }

  private mutating func checkUnique(
    _ id: Located<String>,
    _ what: String,
    _ seen: inout [Located<String>]
  ) {
    if let first = seen.first(where: { $0.value == id.value }) {
      report(
        .duplicateID(id.value, what: what, first: first.position.line),
        at: id.position
      )
    }
    seen.append(id)
  }
}
