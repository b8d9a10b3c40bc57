//! Scratch lowering.
use crate::check::Reading;
use crate::check::*;
use crate::source::{FileId, Place, Span};
use crate::statement::*;
use crate::syntax::{Parsed, ast};
use crate::value::*;

pub fn lower(files: Vec<Parsed>, ids: &[FileId], texts: &[String]) -> Suite {
    let mut all: Vec<Parsed> =
        (1000..).zip(super::PRELUDE).map(|(id, (_, text))| crate::syntax::parse(FileId(id), text)).collect();
    let n = all.len();
    all.extend(files);
    for f in &all[n..] {
        for d in &f.diagnostics {
            eprintln!("{} {:?}", d.message, d.help);
        }
    }
    let (vocabulary, diags) = super::declare::declare(&all);
    for d in diags {
        eprintln!("{} {:?}", d.message, d.help);
    }
    let files = &all[n..];
    let vocabulary = &vocabulary;
    let mut suite = Suite { vocabulary: vocabulary.clone(), ..Suite::default() };
    for ((file, id), text) in files.iter().zip(ids).zip(texts) {
        let mut lets: Vec<(String, ast::Right)> = vec![];
        let mut pending: Option<ast::Check> = None;
        let mut tables: Vec<&ast::Table> = vec![];
        for item in &file.file.items {
            match &item.kind {
                ast::ItemKind::Let(binding) => lets.push((binding.name.text.clone(), binding.value.clone())),
                ast::ItemKind::Check(check) => pending = Some(check.clone()),
                ast::ItemKind::Table(t) => tables.push(t),
                ast::ItemKind::Template(t) => {
                    let table = tables.iter().find(|x| x.name.text == t.table.text).unwrap();
                    for row in &table.rows {
                        let mut s = t.text.clone();
                        for (c, v) in table.columns.iter().zip(&row.cells) {
                            s = s.replace(&format!("{{{}}}", c.text), &v.text);
                        }
                        let parsed = crate::syntax::parse(*id, &s);
                        for item in &parsed.file.items {
                            if let ast::ItemKind::Assertion(a) = &item.kind {
                                let l = Lower { v: &suite.vocabulary, lets: &lets };
                                if let Some(x) = l.assertion(a, *id, Span::default(), s.clone(), None) {
                                    suite.assertions.push(x);
                                }
                            }
                        }
                    }
                }
                ast::ItemKind::Assertion(a) => {
                    let l = Lower { v: &suite.vocabulary, lets: &lets };
                    let t = item.at.0.slice(text).split(" expect ").next().unwrap_or("").trim().to_owned();
                    if let Some(x) = l.assertion(a, *id, item.at.0, t.clone(), pending.take()) {
                        suite.assertions.push(x);
                    } else {
                        eprintln!("NOT LOWERED {t}");
                    }
                }
                ast::ItemKind::Allow(a) => suite.allowances.push(Allowance {
                    document: a.document.text.clone(),
                    check: a.check.text.clone(),
                    waiver: Waiver {
                        until: jiff::civil::date(2026, 12, 31),
                        because: String::new(),
                        place: Place { file: *id, span: item.at.0 },
                    },
                }),
                ast::ItemKind::Broken(t) => eprintln!("BROKEN {t}"),
                _ => {}
            }
        }
    }
    suite
}
struct Lower<'a> {
    v: &'a Vocabulary,
    lets: &'a [(String, ast::Right)],
}
impl Lower<'_> {
    fn assertion(
        &self,
        a: &ast::Assertion,
        file: FileId,
        span: Span,
        text: String,
        check: Option<ast::Check>,
    ) -> Option<Assertion> {
        let reading = match a.quantifier {
            ast::Quantifier::The => Reading::The,
            ast::Quantifier::Some => Reading::Some,
            ast::Quantifier::Never => Reading::Never,
        };
        let quals: Vec<&ast::Qualifier> =
            a.parts.iter().filter_map(|p| if let ast::Part::Qualifier(q) = p { Some(q) } else { None }).collect();
        let body = match &a.body {
            ast::Body::Claim(n) => Body::Claim { text: n.text.clone(), span: n.at.0 },
            ast::Body::Quote { words, speaker } => Body::Quote {
                words: words.text.clone(),
                speaker: speaker.as_ref().map(|s| s.text.clone()),
                words_span: words.at.0,
                speaker_span: speaker.as_ref().map(|s| s.at.0),
            },
            ast::Body::Agree(o) => Body::Agree { operand: self.operand(o, &quals, false) },
            ast::Body::Form(f) => match &f.relation {
                None => {
                    let ast::Expression::Term(t) = &f.left else { return None };
                    Body::Exists { reading, operand: self.term_operand(t, &quals)? }
                }
                Some((sign, right)) => {
                    let arithmetic =
                        !matches!(&f.left, ast::Expression::Term(ast::Term::Operand(_) | ast::Term::Count(_)));
                    let value = self.right(right, sign.relation);
                    match (arithmetic, value, &f.left) {
                        (false, Some((value, vs, rel)), ast::Expression::Term(t)) => {
                            let operand = self.term_operand(t, &quals)?;
                            let textual = self.v.measures.iter().any(|m| {
                                m.name == operand.statement.measure.name
                                    && matches!(m.kind, MeasureKind::Text | MeasureKind::List)
                            });
                            let dated = self.v.measures.iter().any(|m| {
                                m.name == operand.statement.measure.name && matches!(m.kind, MeasureKind::Date)
                            });
                            let value = match value {
                                Value::Quantity(q) if dated => days(&q.amount.nominal?.to_string()).map(Value::Days)?,
                                v => v,
                            };
                            let _ = textual;
                            Body::Holds { reading, operand, relation: rel, value, value_span: vs }
                        }
                        _ => {
                            let ast::Right::One(r) = right else { return None };
                            Body::Computed { left: self.expr(&f.left)?, relation: sign.relation, right: self.expr(r)? }
                        }
                    }
                }
            },
        };
        let mut out = Assertion {
            id: text.clone(),
            title: None,
            place: Place { file, span },
            text,
            body,
            sources: match &a.sources {
                ast::Sources::Any => Sources::Any,
                ast::Sources::Each => Sources::Each,
                ast::Sources::Only(n) => Sources::Only(n.text.clone()),
            },
            expect: Expectation::Unsaid,
            known_wrong: None,
            needs: None,
            why: None,
            cited: None,
            owner: None,
            tags: vec![],
            level: Level::Error,
            message: None,
        };
        let all: Vec<ast::Part> = check.iter().flat_map(|c| c.parts.clone()).chain(a.parts.clone()).collect();
        if let Some(c) = check {
            out.id = c.id.text;
        }
        for p in all {
            if let ast::Part::Field(f) = p {
                match f.kind {
                    ast::FieldKind::Expect(n) => {
                        out.expect = Expectation::Verdict(match n.text.as_str() {
                            "contradicted" => VerdictName::Contradicted,
                            "disputed" => VerdictName::Disputed,
                            "ambiguous" => VerdictName::Ambiguous,
                            "unmentioned" => VerdictName::Unmentioned,
                            _ => VerdictName::Supported,
                        })
                    }
                    ast::FieldKind::Needs(n) => out.needs = n.text.parse().ok(),
                    _ => {}
                }
            }
        }
        Some(out)
    }
    fn term_operand(&self, t: &ast::Term, q: &[&ast::Qualifier]) -> Option<Operand> {
        match t {
            ast::Term::Operand(o) => Some(self.operand(o, q, false)),
            ast::Term::Count(o) => Some(self.operand(o, q, true)),
            _ => None,
        }
    }
    fn expr(&self, e: &ast::Expression) -> Option<Expression> {
        Some(match e {
            ast::Expression::Group(g) => self.expr(g)?,
            ast::Expression::Binary { sign, left, right } => Expression::Binary {
                operator: match sign {
                    '+' => Operator::Add,
                    '-' => Operator::Subtract,
                    '*' => Operator::Multiply,
                    _ => Operator::Divide,
                },
                left: Box::new(self.expr(left)?),
                right: Box::new(self.expr(right)?),
            },
            ast::Expression::Term(ast::Term::Share { part, whole }) => Expression::Share {
                part: Box::new(Expression::Operand(self.operand(part, &[], false))),
                whole: Box::new(Expression::Operand(self.operand(whole, &[], false))),
            },
            ast::Expression::Term(ast::Term::Amount(a)) => {
                Expression::Constant { quantity: self.amount(a)?, span: a.at.0 }
            }
            ast::Expression::Term(t) => Expression::Operand(self.term_operand(t, &[])?),
        })
    }
    fn right(&self, r: &ast::Right, rel: Relation) -> Option<(Value, Span, Relation)> {
        match r {
            ast::Right::List { names, at } => {
                Some((Value::List(names.iter().map(|n| n.text.clone()).collect()), at.0, rel))
            }
            ast::Right::Range(a, b) => {
                let (ast::Expression::Term(ast::Term::Amount(a)), ast::Expression::Term(ast::Term::Amount(b))) = (a, b)
                else {
                    return None;
                };
                let b2 = self.amount(b)?;
                let mut w = self.figure(a)?;
                if a.unit.is_empty() {
                    if let Some(m) = self.magnitude(b) {
                        w = w.scaled(m).unwrap();
                    }
                }
                Some((
                    Value::Quantity(Quantity::new(Amount::range(w, b2.amount.written()?), b2.unit)),
                    a.at.0.cover(b.at.0),
                    Relation::In,
                ))
            }
            ast::Right::One(ast::Expression::Term(t)) => match t {
                ast::Term::Amount(a) => Some((Value::Quantity(self.amount(a)?), a.at.0, rel)),
                ast::Term::Moment(l) => Some((Value::Days(days(&l.text)?), l.at.0, rel)),
                ast::Term::Clock(l) | ast::Term::Score(l) => Some((Value::Text(l.text.clone()), l.at.0, rel)),
                ast::Term::Operand(o) => {
                    let name = o.words.iter().map(|w| w.text.clone()).collect::<Vec<_>>().join(" ");
                    if let Some((_, r)) = self.lets.iter().find(|(n, _)| *n == name) {
                        return self.right(r, rel);
                    }
                    if rel == Relation::Includes || o.words.iter().all(|w| w.quoted) {
                        return Some((Value::Text(name), o.at.0, rel));
                    }
                    None
                }
                _ => None,
            },
            _ => None,
        }
    }
    fn figure(&self, a: &ast::Amount) -> Option<Written> {
        let t = a
            .figure
            .text
            .trim_start_matches(['$', '€', '£', '¥', '₩'])
            .trim_end_matches(|c: char| c.is_alphabetic() || c == '%');
        let t = if t.ends_with('e') { a.figure.text.as_str() } else { t };
        super::figure::written(t)
    }
    fn magnitude(&self, a: &ast::Amount) -> Option<Number> {
        let suffix: String = a
            .figure
            .text
            .chars()
            .rev()
            .take_while(|c| c.is_alphabetic())
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let word = a.unit.first().map(|u| u.text.split(' ').next().unwrap_or("").to_owned()).unwrap_or_default();
        self.v.magnitudes.iter().find(|m| m.forms.iter().any(|f| *f == suffix || *f == word)).map(|m| m.value)
    }
    fn amount(&self, a: &ast::Amount) -> Option<Quantity> {
        let mut w = self.figure(a)?;
        if let Some(m) = self.magnitude(a) {
            w = w.scaled(m)?;
        }
        let mut words: Vec<String> =
            a.unit.iter().flat_map(|u| u.text.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
        if words.first().is_some_and(|f| self.v.magnitudes.iter().any(|m| m.forms.contains(f))) {
            words.remove(0);
        }
        let sym = a.figure.text.chars().next().filter(|c| !c.is_ascii_digit()).map(|c| c.to_string()).or(a
            .figure
            .text
            .ends_with('%')
            .then(|| "%".to_owned()));
        let text = a.code.as_ref().map(|c| c.text.clone()).or(sym).unwrap_or(words.join(" "));
        let unit = self.unit(&text);
        let mut amount = Amount::bare(w);
        if let Some(t) = &a.tolerance {
            let n = super::figure::number(t.figure.text.trim_end_matches('%'))?;
            let abs = if t.figure.text.ends_with('%') || t.unit.iter().any(|u| u.text == "%") {
                w.value.abs().times(n)?.over(Number::from_integer(100))?
            } else {
                n
            };
            amount = Amount::tolerance(w, abs);
        }
        Some(Quantity::new(amount, unit))
    }
    fn unit(&self, t: &str) -> Unit {
        if t.is_empty() {
            return Unit::number();
        }
        let one = t.strip_suffix('s').unwrap_or(t);
        self.v
            .units
            .iter()
            .find(|u| {
                &*u.unit.code == t || u.symbols.iter().any(|s| s == t) || u.words.iter().any(|w| w == t || w == one)
            })
            .map_or_else(|| Unit::count(one), |u| u.unit.clone())
    }
    fn operand(&self, o: &ast::Operand, more: &[&ast::Qualifier], count: bool) -> Operand {
        let mut st = Statement::default();
        let words = &o.words;
        let join = |w: &[ast::Name]| w.iter().map(|w| w.text.clone()).collect::<Vec<_>>().join(" ");
        let (mut sspan, mut mspan) = (o.at.0, o.at.0);
        if count {
            st.subject.name = join(words);
            st.measure = Measure { name: "count".into(), forms: vec!["count".into()] };
        } else {
            let known = |s: &str| {
                self.v.entities.iter().any(|e| e.name == s || e.aliases.iter().any(|a| a == s))
                    || self.v.groups.iter().any(|g| g.name == s)
            };
            let mut k = (1..words.len())
                .rev()
                .find(|k| known(&join(&words[..*k])) || (*k == 1 && words[0].quoted))
                .unwrap_or(words.len().saturating_sub(1).max(1));
            if k == 0 {
                k = 1;
            }
            st.subject.name = join(&words[..k]);
            sspan = words[..k].iter().map(|w| w.at.0).reduce(Span::cover).unwrap_or(sspan);
            mspan = words[k..].iter().map(|w| w.at.0).reduce(Span::cover).unwrap_or(mspan);
            let rest = &words[k..];
            let entry = |s: &str| {
                self.v
                    .measures
                    .iter()
                    .find(|m| m.name == s)
                    .or_else(|| self.v.measures.iter().find(|m| m.forms.iter().any(|f| f == s)))
            };
            let mut done = false;
            for j in 0..rest.len() {
                if let Some(m) = entry(&join(&rest[j..])) {
                    st.subject.topic = rest[..j].iter().map(|w| w.text.to_lowercase()).collect();
                    st.measure = Measure { name: m.name.clone(), forms: m.forms.clone() };
                    done = true;
                    break;
                }
            }
            if !done {
                let w = join(rest).to_lowercase();
                st.measure = Measure { name: w.clone(), forms: vec![w] };
            }
        }
        let mut quals = vec![];
        for q in o.qualifiers.iter().chain(more.iter().copied()) {
            quals.push((q.key.clone(), q.at.0));
            self.qualifier(q, &mut st);
        }
        Operand { statement: st, span: o.at.0, subject: sspan, measure: mspan, qualifiers: quals, group: None }
    }
    fn qualifier(&self, q: &ast::Qualifier, st: &mut Statement) {
        let own = &mut st.qualifiers;
        let moment = |l: &ast::Literal| days(&l.text);
        match (q.key.as_str(), &q.value) {
            ("by", ast::QualifierValue::Moment(l)) => own.deadline = moment(l).map(Deadline::by),
            ("through", ast::QualifierValue::Moment(l)) => own.deadline = moment(l).map(Deadline::through),
            ("before", ast::QualifierValue::Moment(l)) => own.deadline = moment(l).map(Deadline::before),
            ("announced before", ast::QualifierValue::Moment(l)) => own.announced = moment(l).and_then(Days::before),
            (k, ast::QualifierValue::Moment(l)) if k.starts_with("announced") => own.announced = moment(l),
            ("to" | "until", ast::QualifierValue::Moment(l)) => {
                if let (Some(a), Some(b)) = (own.when, moment(l)) {
                    own.when = Some(Days::span(a, b));
                }
            }
            ("as of", ast::QualifierValue::Moment(l)) => own.as_of = moment(l),
            (_, ast::QualifierValue::Moment(l)) => {
                let (a, b) = l.text.split_once(" to ").unwrap_or((&l.text, ""));
                own.when = if b.is_empty() { days(a) } else { days(a).zip(days(b)).map(|(a, b)| Days::span(a, b)) }
            }
            (_, ast::QualifierValue::Amount(a)) => own.length = self.amount(a),
            ("in" | "at", ast::QualifierValue::Names(n)) => own.places.extend(n.iter().map(|n| n.text.clone())),
            ("with", ast::QualifierValue::Names(n)) => own.partners.extend(n.iter().map(|n| n.text.clone())),
            ("to", ast::QualifierValue::Names(n)) => own.recipients.extend(n.iter().map(|n| n.text.clone())),
            ("from", ast::QualifierValue::Names(n)) => own.origins.extend(n.iter().map(|n| n.text.clone())),
            ("for", ast::QualifierValue::Names(n)) => own.purpose = n.first().map(|n| n.text.clone()),
            ("said by", ast::QualifierValue::Names(n)) => own.speaker = n.first().map(|n| n.text.clone()),
            ("planned", _) => st.modality = Some(Modality::Planned),
            ("pledged", _) => st.modality = Some(Modality::Pledged),
            ("done", _) => st.modality = Some(Modality::Happened),
            ("under way", _) => st.modality = Some(Modality::Ongoing),
            ("additional", _) => st.scope = Some(Scope::Additional),
            ("total", _) => st.scope = Some(Scope::Total),
            ("remaining", _) => st.scope = Some(Scope::Remaining),
            (k, v) => eprintln!("qualifier {k} {v:?}"),
        }
    }
}
fn days(t: &str) -> Option<Days> {
    let p: Vec<&str> = t.split(['-', ' ']).collect();
    let month = |m: &str| {
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            .iter()
            .position(|x| m.to_lowercase().starts_with(x))
            .map(|i| i as i8 + 1)
    };
    match p[..] {
        [y] => Days::year(y.parse().ok()?),
        [a, b] if month(a).is_some() => Days::month(b.parse().ok()?, month(a)?),
        [q, y] if q.starts_with('Q') => Days::quarter(y.parse().ok()?, q[1..].parse().ok()?),
        [y, m] => Days::month(y.parse().ok()?, m.parse().ok()?),
        [d, m, y] if month(m).is_some() => {
            Some(Days::day(jiff::civil::date(y.parse().ok()?, month(m)?, d.parse().ok()?)))
        }
        [y, m, d] => Some(Days::day(jiff::civil::date(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?))),
        _ => None,
    }
}
