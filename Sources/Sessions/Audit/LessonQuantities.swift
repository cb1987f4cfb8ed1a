import DeepNetworks

/// The numbers and expressions in a lesson's texts, read and worked out once for all questions with the same names.
final class LessonQuantities {
  /// A quantity, and the number that it is; nil where it has names or no value.
  struct Valued {
    let quantity: Quantity
    let value: Extended?
  }

  let texts: [LessonTexts.Text]
  private var found: [Set<String>: [[Valued]]] = [:]

  init(_ texts: [LessonTexts.Text]) { self.texts = texts }

  /// Those of each text, where these names are words of arithmetic.
  func all(names: Set<String>) -> [[Valued]] {
    if let known = found[names] { return known }
    let plain = Frozen([])
    let all = texts.map { text in
      text.quantities(names: names).map { quantity in
        Valued(
          quantity: quantity,
          value: quantity.names.isDisjoint(with: names) ? plain.number(quantity.text) : nil
        )
      }
    }
    found[names] = all
    return all
  }
}
