import DeepNetworks

/// The numbers and expressions in a lesson's texts, read and worked out once for all questions with the same names.
final class LessonQuantities {
  /// A quantity, and the number that it is; nil where it has names or no value.
  struct Valued {
    let quantity: Quantity
    let value: Extended?
  }

  /// A text that has some, and those.
  struct Told {
    let text: LessonTexts.Text
    let found: [Valued]
  }

  private let texts: [LessonTexts.Text]
  private let byRole: [LessonTexts.Role: [LessonTexts.Text]]
  private let byStep: [Int?: [LessonTexts.Text]]
  private var told: [Set<String>: [Told]] = [:]

  init(_ texts: [LessonTexts.Text]) {
    self.texts = texts
    byRole = Dictionary(grouping: texts, by: \.role)
    byStep = Dictionary(grouping: texts, by: \.role.step)
  }

  /// The texts of one role, in order.
  func texts(as role: LessonTexts.Role) -> [LessonTexts.Text] { byRole[role] ?? [] }

  /// The texts of a step, in order.
  func texts(inStep step: Int) -> [LessonTexts.Text] { byStep[step] ?? [] }

  /// The numbers in texts of one role.
  func numbers(as role: LessonTexts.Role) -> [Extended] {
    let plain = Frozen([])
    return texts(as: role).flatMap { text in
      text.quantities(names: []).compactMap { plain.number($0.text) }
    }
  }

  /// The texts that have some where these names are words of arithmetic, in order.
  func all(names: Set<String>) -> [Told] {
    if let known = told[names] { return known }
    let plain = Frozen([])
    let all = texts.compactMap { text -> Told? in
      let found = text.quantities(names: names).map { quantity in
        Valued(
          quantity: quantity,
          value: quantity.names.isDisjoint(with: names) ? plain.number(quantity.text) : nil
        )
      }
      return found.isEmpty ? nil : Told(text: text, found: found)
    }
    told[names] = all
    return all
  }
}
