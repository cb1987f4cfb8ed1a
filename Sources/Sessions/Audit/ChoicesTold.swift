import Lessons

/// What hints say of choices by themselves: `a and b`, `the first two`, `not c`, `all but 1.01`.
///
/// Only a sentence counts that has nothing else in it: every word names choices, denies, joins or leads to them.
struct ChoicesTold {
  private let choices: [Choice]
  /// The places of the right choices.
  private let right: Set<Int>
  /// Whether several choices may be right, so that each is a secret by itself.
  private let isSeveral: Bool
  /// The choices that hints have denied so far.
  private var denied: Set<Int> = []

  init(_ choices: [Choice], right: Set<Int>, isSeveral: Bool) {
    (self.choices, self.right, self.isSeveral) = (choices, right, isSeveral)
  }

  /// The sentence of a hint that tells what is right, or, with those before, leaves nothing else.
  mutating func telling(in hint: String) -> String? {
    var named: (Set<Int>, sentence: String)?
    var exact: String?
    var denying: String?
    for sentence in Self.sentences(of: hint) {
      guard let said = ChoiceSentence(sentence, choices, isWhole: sentence == hint) else {
        continue
      }
      switch said {
      case .exactly(let places): if places == right { exact = exact ?? sentence }
      case .parts(let places, let others):
        if !places.isEmpty { named = ((named?.0 ?? []).union(places), named?.sentence ?? sentence) }
        if !others.isEmpty {
          denied.formUnion(others)
          denying = denying ?? sentence
        }
      }
    }
    if let exact { return exact }
    if let named, isSeveral ? named.0.isSubset(of: right) : named.0 == right {
      return named.sentence
    }
    guard let denying, denied.isDisjoint(with: right) else { return nil }
    return isSeveral || denied.count + right.count == choices.count ? denying : nil
  }

  /// A hint without what asks and without its ends.
  private static func sentences(of hint: String) -> [String] {
    var sentences = [""]
    var last: Character = " "
    for character in hint {
      if character.isWhitespace, ".?!:;".contains(last) {
        sentences.append("")
      } else {
        sentences[sentences.count - 1].append(character)
      }
      last = character
    }
    return sentences.filter { !$0.hasSuffix("?") && !$0.isEmpty }
  }
}

/// A sentence that is about choices alone.
enum ChoiceSentence: Sendable, Hashable {
  /// It says which ones are right, all of them.
  case exactly(Set<Int>)
  /// It says of some that they are right, of others that they are wrong.
  case parts(Set<Int>, denied: Set<Int>)

  /// `nil` where it has another word, or names none.
  init?(_ sentence: String, _ choices: [Choice], isWhole: Bool) {
    var reader = ChoiceSentenceReader(sentence, choices, isWhole: isWhole)
    guard let said = reader.read() else { return nil }
    self = said
  }
}
