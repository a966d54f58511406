"""What may stand after that which two forms of a word have in common, in French and in English, without accents.

``notif|ie`` and ``notif|ication``: words that go on otherwise are no forms of one another, and need not be stemmed to
know it. These are all that the stemmers take for forms in the shipped texts; a test compares both on words of these.
"""

from __future__ import annotations

LISTED = """
a d e f i l r s t x y ai al as ce cy ed ee er es ez fs ia ic ie if ir is it le ls ly me ne ng nt on or ra re rs
se te ts ty ur ux ve ye ze ais ait als ant ate ble bly cal ces ees ely ent era ers eur ful ial ias ied ier ies
ifs ing ion ira ism ite ity ive led ler les lir nce ncy ned nee ner nes nte nts ons ont ors ous ped que red sed
ser ses sse ste ted tes tif tly tor urs use ves yee yer yes zed zes able ably aise ally ance ante ants ated ates
atif ator bles cite edly eful ence ents eurs euse iant ible ibly ical iees ient iers ings ions ique isme isse
iste ites ives lant lent lies ling lite ment ming nait nant nces nees nera ness ning ntes ntly onal ping quee
quer ques rait rice ring ront sant sent sing stes tant tent teur ting tion tive vely vite vity yait yant yees
ying zing ables aient aises ality ances antes ately ateur atifs ating ation ative catif ement ences erait eront
euses fully ibles ilite ility iment iness ingly ional iques irait iront istes ities ively ivite ivity lisme
liste lying ments mment nable ously pings quees quent rable ssant ssent teurs tions tives trice amment ateurs
ations atives atrice bility cateur catifs cation cative ements iation ically iement ieront ilites issant issent
lement listes nables nement nesses rables sation sement ssants tingly tional urable vement veness zation abilite
ability alities ational blement cateurs cations catives fulness ibility icateur ication ilities ionally issants
ivement iveness nements quaient quement sations sements ssement usement zations ablement bilities icateurs
iquement issement sational ssements ibilities nablement
"""
ENDINGS = frozenset(("", *LISTED.split()))
